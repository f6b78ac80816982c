#!/usr/bin/env bash
# Looks at the pages of the demo as a browser, a screen reader and a printer do: check-pages.sh FOLDER,
# with TONGBAO naming the program. `make check-pages` calls it; it is no part of `make test`.
set -euo pipefail

folder=$(realpath -m "$1")
tongbao=$(realpath "${TONGBAO:-tongbao}")
here=$(dirname "$(realpath "$0")")
root=$(realpath "$here/../..")
export TONGBAO_TEMPLATES=$root/templates
mkdir -p "$folder"

# Debian has the browser, fonts and Java; Python's packages lie in the folder.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v java >/dev/null || missing+=(default-jre-headless)
[ -n "$(fc-list "Noto Serif CJK SC" 2>/dev/null)" ] || missing+=(fonts-noto-cjk)
python3 -c "import venv, ensurepip" 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}"
  as_root=; [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "${missing[@]}" >/dev/null
fi
if ! cmp -s "$here/requirements.txt" "$folder/venv/requirements.txt"; then
  python3 -m venv --clear "$folder/venv"
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$folder/venv/"
fi

# The demo in both languages, then sheets that come late: their period is corrected.
for locale in zh-Hans en; do
  office=$folder/$locale
  rm -rf "$office"
  cp -R "$root/samples/haining-2017" "$office"
  sed -i "s/^locale: .*/locale: $locale/" "$office/tongbao.yaml"
  TONGBAO=$tongbao bash "$root/samples/demo.sh" "$office" >"$office.log" 2>&1
  cp "$office"/late/* "$office/inbox/"
  "$tongbao" run --workspace "$office" --period 2017-10 --date 2018-01-15 >>"$office.log" 2>&1 || [ $? = 3 ]
done

# A page of plain text under the circular's own head, to count lines and characters on.
plain=$folder/plain
rm -rf "$plain"
cp -R "$folder/zh-Hans" "$plain"
mkdir -p "$plain/templates/zh-Hans"
circular=$plain/templates/zh-Hans/circular.mustache
{
  sed '/^## /,$d' "$root/templates/zh-Hans/circular.mustache"
  printf '考核结果经核实后通报各单位并按规定整改%.0s' {1..99}
} >"$circular"
"$tongbao" circular --workspace "$plain" --period 2017-11 --out "$plain/pages" >"$plain.log" 2>&1 || [ $? = 2 ]

"$folder/venv/bin/python" "$here/check_pages.py" "$folder"
