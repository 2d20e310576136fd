/*
 * Stands between a till and the disk (LD_PRELOAD, Linux). Everything that is done to files under SHIM_FOLDER is logged with its
 * data to SHIM_LOG, in the order in which it happened; what is written to a file called `acks` goes into the same log. Text
 * written to a file called `shim-control` makes calls fail:
 *   fail <write|sync|truncate|open> <n> <errno> <0: once, 1: from then on>
 *   room <bytes>     no file grows by more than this altogether: ENOSPC
 *   off
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

enum { WRITE, SYNC, TRUNCATE, OPEN, KINDS };
static const char *KIND_NAMES[KINDS] = {"write", "sync", "truncate", "open"};

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *folder;
static size_t folder_length;
static int log_handle = -1;
static int fail_kind = -1, fail_at, fail_errno, fail_on, counts[KINDS];
static long room = -1;
static long hits;

__attribute__((constructor)) static void begin(void) {
  folder = getenv("SHIM_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *name = getenv("SHIM_LOG");
  if (name) log_handle = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path) {
  return folder && strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || !path[folder_length]);
}

static int ends_with(const char *path, const char *end) {
  size_t length = strlen(path), end_length = strlen(end);
  return length >= end_length && strcmp(path + length - end_length, end) == 0;
}

/* The path of an open file in the folder, or 0. */
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_inside(path) && !ends_with(path, "-shm");
}

static int path_at(int at, const char *path, char *full) {
  if (path[0] == '/' || at == AT_FDCWD) snprintf(full, PATH_MAX, "%s", path);
  else {
    char base[PATH_MAX];
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = 0;
    if (snprintf(full, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
  }
  return is_inside(full) && !ends_with(full, "-shm");
}

static void put(char op, const char *path, int64_t offset, const void *data, uint32_t length) {
  if (log_handle < 0) return;
  uint16_t path_length = strlen(path);
  char head[1 + sizeof path_length + sizeof offset + sizeof length];
  head[0] = op;
  memcpy(head + 1, &path_length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &length, 4);
  syscall(SYS_write, log_handle, head, sizeof head);
  syscall(SYS_write, log_handle, path, (size_t)path_length);
  if (length) syscall(SYS_write, log_handle, data, (size_t)length);
}

static int is_special(const char *path) { return ends_with(path, "/acks") || ends_with(path, "/shim-control"); }

/* Whether this call has to fail; sets errno. */
static int must_fail(int kind, const char *path) {
  if (is_special(path)) return 0;
  int count = ++counts[kind];
  if (kind != fail_kind || !(fail_on ? count >= fail_at : count == fail_at)) return 0;
  hits += 1;
  errno = fail_errno;
  return 1;
}

static void obey(const void *data, size_t length) {
  char text[128] = {0}, kind[32] = {0};
  memcpy(text, data, length < sizeof text - 1 ? length : sizeof text - 1);
  fail_kind = -1;
  room = -1;
  if (sscanf(text, "fail %31s %d %d %d", kind, &fail_at, &fail_errno, &fail_on) == 4) {
    for (int each = 0; each < KINDS; each += 1)
      if (strcmp(kind, KIND_NAMES[each]) == 0) fail_kind = each;
    memset(counts, 0, sizeof counts);
    hits = 0;
  } else if (sscanf(text, "room %ld", &room) == 1) hits = 0;
}

static int64_t place_of(int fd) {
  struct stat state;
  if (fcntl(fd, F_GETFL) & O_APPEND) return fstat(fd, &state) == 0 ? state.st_size : 0;
  return lseek(fd, 0, SEEK_CUR);
}

/* What of a write there is room for. */
static ssize_t fit(int fd, int64_t offset, size_t length) {
  struct stat state;
  if (room < 0 || fstat(fd, &state) != 0) return length;
  int64_t growth = offset + (int64_t)length - state.st_size;
  if (growth <= 0) return length;
  if (growth > room) {
    hits += 1;
    errno = ENOSPC;
    return -1;
  }
  room -= growth;
  return length;
}

#define GUARDED_WRITE(offset_of, length_of, call, data_of) \
  char path[PATH_MAX]; \
  pthread_mutex_lock(&lock); \
  if (!path_of(fd, path)) { \
    pthread_mutex_unlock(&lock); \
    return call; \
  } \
  if (ends_with(path, "/shim-control")) obey(data_of, length_of); \
  int64_t at = offset_of; \
  ssize_t done = -1; \
  if (!must_fail(WRITE, path) && (is_special(path) || fit(fd, at, length_of) >= 0)) done = call; \
  if (done > 0) put(ends_with(path, "/acks") ? 'A' : 'W', path, at, data_of, done); \
  int failure = errno; \
  pthread_mutex_unlock(&lock); \
  errno = failure; \
  return done

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  GUARDED_WRITE(place_of(fd), length, real(fd, data, length), data);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(pwrite);
  GUARDED_WRITE(offset, length, real(fd, data, length, offset), data);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(pwrite64);
  GUARDED_WRITE(offset, length, real(fd, data, length, offset), data);
}

/* Node writes one buffer at a time here; several would be written one after another, which the callers allow. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  REAL(writev);
  return count > 0 && path_of(fd, path) ? write(fd, parts[0].iov_base, parts[0].iov_len) : real(fd, parts, count);
}

#define GUARDED_SYNC(call) \
  char path[PATH_MAX]; \
  pthread_mutex_lock(&lock); \
  int done, is_ours = path_of(fd, path); \
  if (is_ours && must_fail(SYNC, path)) done = -1; \
  else done = call; \
  if (is_ours && done == 0) put('S', path, 0, 0, 0); \
  int failure = errno; \
  pthread_mutex_unlock(&lock); \
  errno = failure; \
  return done

int fsync(int fd) {
  REAL(fsync);
  GUARDED_SYNC(real(fd));
}

int fdatasync(int fd) {
  REAL(fdatasync);
  GUARDED_SYNC(real(fd));
}

#define GUARDED_TRUNCATE(call) \
  char path[PATH_MAX]; \
  pthread_mutex_lock(&lock); \
  int done, is_ours = path_of(fd, path); \
  if (is_ours && must_fail(TRUNCATE, path)) done = -1; \
  else done = call; \
  if (is_ours && done == 0) put('T', path, length, 0, 0); \
  int failure = errno; \
  pthread_mutex_unlock(&lock); \
  errno = failure; \
  return done

int ftruncate(int fd, off_t length) {
  REAL(ftruncate);
  GUARDED_TRUNCATE(real(fd, length));
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  GUARDED_TRUNCATE(real(fd, length));
}

#define GUARDED_OPEN(at_folder, call) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  } \
  char path[PATH_MAX]; \
  if (!path_at(at_folder, name, path)) return call; \
  pthread_mutex_lock(&lock); \
  int is_new = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0; \
  int done = must_fail(OPEN, path) ? -1 : call; \
  if (done >= 0 && is_new) put('C', path, 0, 0, 0); \
  else if (done >= 0 && (flags & O_TRUNC)) put('T', path, 0, 0, 0); \
  int failure = errno; \
  pthread_mutex_unlock(&lock); \
  errno = failure; \
  return done

int open(const char *name, int flags, ...) {
  REAL(open);
  GUARDED_OPEN(AT_FDCWD, real(name, flags, mode));
}

int open64(const char *name, int flags, ...) {
  REAL(open64);
  GUARDED_OPEN(AT_FDCWD, real(name, flags, mode));
}

int openat(int at, const char *name, int flags, ...) {
  REAL(openat);
  GUARDED_OPEN(at, real(at, name, flags, mode));
}

int openat64(int at, const char *name, int flags, ...) {
  REAL(openat64);
  GUARDED_OPEN(at, real(at, name, flags, mode));
}

#define GUARDED_NAME(op, at_folder, name, data, length, call) \
  char path[PATH_MAX]; \
  pthread_mutex_lock(&lock); \
  int is_ours = path_at(at_folder, name, path); \
  struct stat state = {0}; \
  if (room >= 0 && op == 'U') syscall(SYS_newfstatat, AT_FDCWD, path, &state, 0); \
  int done = call; \
  if (is_ours && done == 0) { \
    put(op, path, 0, data, length); \
    if (room >= 0) room += state.st_size; \
  } \
  int failure = errno; \
  pthread_mutex_unlock(&lock); \
  errno = failure; \
  return done

int unlink(const char *name) {
  REAL(unlink);
  GUARDED_NAME('U', AT_FDCWD, name, 0, 0, real(name));
}

int unlinkat(int at, const char *name, int flags) {
  REAL(unlinkat);
  GUARDED_NAME('U', at, name, 0, 0, real(at, name, flags));
}

int remove(const char *name) {
  REAL(remove);
  GUARDED_NAME('U', AT_FDCWD, name, 0, 0, real(name));
}

int rmdir(const char *name) {
  REAL(rmdir);
  GUARDED_NAME('U', AT_FDCWD, name, 0, 0, real(name));
}

int rename(const char *name, const char *target) {
  REAL(rename);
  GUARDED_NAME('R', AT_FDCWD, name, target, strlen(target), real(name, target));
}

int mkdir(const char *name, mode_t mode) {
  REAL(mkdir);
  GUARDED_NAME('D', AT_FDCWD, name, 0, 0, real(name, mode));
}

/* For the trials: how many calls were made to fail since they were last told to. */
ssize_t read(int fd, void *data, size_t length) {
  REAL(read);
  char path[PATH_MAX];
  if (!path_of(fd, path) || !ends_with(path, "/shim-control")) return real(fd, data, length);
  return snprintf(data, length, "%ld", hits);
}
