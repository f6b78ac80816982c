#!/usr/bin/env bash
# The main job on a workspace: demo.sh WORKSPACE, with TONGBAO naming the program. `make demo` calls it.
set -euo pipefail

workspace=$1
tongbao=$(realpath "${TONGBAO:-tongbao}")

# Exit code 3 means: published, and some rows or files went to quarantine. The sample has such rows.
publish() {
  echo "\$ tongbao run $*"
  local status=0
  "$tongbao" run --workspace "$workspace" "$@" || status=$?
  [ "$status" = 0 ] || [ "$status" = 3 ] || exit "$status"
}

publish --period 2017-10 --date 2017-11-06
publish --period 2017-11 --date 2017-12-06
publish --period 2017 --date 2018-01-08 --undecided confirm

public=$(realpath "$workspace/public")
echo
echo "总目录 index:          $public/index.html"
echo "10月通报 October:      $public/2017-10/r1/circular.html"
echo "11月通报 November:     $public/2017-11/r1/circular.html"
echo "年度汇总 year-end:     $public/2017/r1/summary.html"
echo "未采信 quarantine:     $(realpath "$workspace/quarantine")"
