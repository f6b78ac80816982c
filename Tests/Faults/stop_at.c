// Runs a program and stops it at its n-th system call, counted over all its threads and children:
//
//   stop_at [-c] [-x COMMAND] N COUNTS PROGRAM [ARGUMENT...]
//
// At the n-th call, before it is made, every thread is killed (SIGKILL, as `kill -9` or a power cut that lost nothing);
// with -x a shell command is run there instead, and the program goes on. -c counts only calls that change files.
// N 0 stops nowhere. The number of calls goes to the file COUNTS. Ends with the program's exit code, 137 where it was
// killed. Linux alone.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/ptrace.h>

static bool changes_files(const struct ptrace_syscall_info *call) {
  switch (call->entry.nr) {
  case SYS_write:
  case SYS_writev:
  case SYS_pwrite64:
  case SYS_ftruncate:
  case SYS_fsync:
  case SYS_fdatasync:
  case SYS_mkdirat:
  case SYS_unlinkat:
  case SYS_renameat2:
#ifdef SYS_renameat
  case SYS_renameat:
#endif
#ifdef SYS_rename
  case SYS_rename:
  case SYS_unlink:
  case SYS_mkdir:
  case SYS_rmdir:
#endif
    return true;
  case SYS_openat:
    return call->entry.args[2] & (O_CREAT | O_TRUNC);
  default:
    return false;
  }
}

static void fail(const char *what) {
  perror(what);
  exit(99);
}

int main(int count, char **words) {
  bool changes_only = false;
  const char *command = NULL;
  int option;
  while ((option = getopt(count, words, "+cx:")) != -1) {
    if (option == 'c') changes_only = true;
    else if (option == 'x') command = optarg;
    else return 99;
  }
  if (count - optind < 3) return 99;
  long turn = atol(words[optind]);
  FILE *counts = fopen(words[optind + 1], "w");
  if (!counts) fail(words[optind + 1]);
  pid_t child = fork();
  if (child == 0) {
    fclose(counts);
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    execvp(words[optind + 2], words + optind + 2);
    fail(words[optind + 2]);
  }
  int status;
  if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) fail("waitpid");
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                 PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SETOPTIONS, child, 0, options) != 0) fail("PTRACE_SETOPTIONS");
  ptrace(PTRACE_SYSCALL, child, 0, 0);
  long performed = 0;
  bool begun = false;
  int code = 99;
  pid_t thread;
  while ((thread = waitpid(-1, &status, __WALL)) > 0) {
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (thread == child) code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      continue;
    }
    int signal = WSTOPSIG(status);
    int event = status >> 16;
    int delivered = 0;
    if (signal == (SIGTRAP | 0x80)) {
      struct ptrace_syscall_info call;
      memset(&call, 0, sizeof call);
      if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof call, &call) > 0 && call.op == PTRACE_SYSCALL_INFO_ENTRY &&
          begun && (!changes_only || changes_files(&call)) && ++performed == turn) {
        if (!command) {
          kill(child, SIGKILL);
          continue;
        }
        if (system(command) != 0) fail(command);
      }
    } else if (event == PTRACE_EVENT_EXEC) {
      begun = true;
    } else if (event == 0 && signal != SIGSTOP) {
      delivered = signal;
    }
    ptrace(PTRACE_SYSCALL, thread, 0, delivered);
  }
  fprintf(counts, "%ld\n", performed);
  fclose(counts);
  return code;
}
