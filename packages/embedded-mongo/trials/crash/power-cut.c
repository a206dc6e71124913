/*
 * Stands for a disk whose power can be cut, put under one process with LD_PRELOAD. It keeps a second file, SHADOW, that
 * holds only what the process was promised to find again: bytes written to WATCHED reach it when fdatasync or fsync has
 * returned, or at once through a descriptor opened with O_DSYNC or O_SYNC. Killed in the middle of that, it holds a part
 * of what was being synced, as a disk would.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
enum { OTHER, PLAIN, SYNCED };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char kind[MOST_FDS];
static int shadow = -1;
static struct range { off_t at; size_t length; } *pending;
static size_t count, room;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static char kind_of(int fd) { return fd >= 0 && fd < MOST_FDS ? kind[fd] : OTHER; }

static void opened(const char *path, int flags, int fd) {
  const char *watched = getenv("WATCHED");
  if (!watched || fd < 0 || fd >= MOST_FDS || strcmp(path, watched) != 0) return;
  pthread_mutex_lock(&lock);
  if (shadow < 0) shadow = REAL(open64)(getenv("SHADOW"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  kind[fd] = flags & O_DSYNC ? SYNCED : PLAIN;
  pthread_mutex_unlock(&lock);
}

static int open_with(const char *name, const char *path, int flags, mode_t mode) {
  int fd = ((int (*)(const char *, int, ...))real(name))(path, flags, mode);
  opened(path, flags, fd);
  return fd;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE(flags) return open_with("open", path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_with("open64", path, flags, mode); }

int close(int fd) {
  if (fd >= 0 && fd < MOST_FDS) kind[fd] = OTHER;
  return REAL(close)(fd);
}

/* What the file holds now at this place, into the shadow. */
static void mirror(int fd, off_t at, size_t length) {
  char bytes[65536];
  while (length > 0) {
    ssize_t got = pread(fd, bytes, length < sizeof bytes ? length : sizeof bytes, at);
    if (got <= 0) abort();
    if (REAL(pwrite64)(shadow, bytes, got, at) != got) abort();
    at += got;
    length -= got;
  }
}

static void written(int fd, off_t at, ssize_t length) {
  if (length <= 0) return;
  pthread_mutex_lock(&lock);
  if (kind_of(fd) == SYNCED) {
    /* LMDB opens this descriptor for writing only, hence read through the watched path. */
    int source = REAL(open64)(getenv("WATCHED"), O_RDONLY | O_CLOEXEC);
    mirror(source, at, length);
    REAL(close)(source);
  } else {
    if (count == room) pending = realloc(pending, (room = room ? room * 2 : 1024) * sizeof *pending);
    if (!pending) abort();
    pending[count++] = (struct range){at, length};
  }
  pthread_mutex_unlock(&lock);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
  ssize_t done = REAL(pwrite64)(fd, bytes, length, at);
  if (kind_of(fd) != OTHER) written(fd, at, done);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (kind_of(fd) == OTHER) return REAL(write)(fd, bytes, length);
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(write)(fd, bytes, length);
  written(fd, at, done);
  return done;
}

ssize_t writev(int fd, const struct iovec *parts, int number) {
  if (kind_of(fd) == OTHER) return REAL(writev)(fd, parts, number);
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(writev)(fd, parts, number);
  written(fd, at, done);
  return done;
}

static int synced(int fd, int result) {
  if (result != 0 || kind_of(fd) == OTHER) return result;
  pthread_mutex_lock(&lock);
  int source = REAL(open64)(getenv("WATCHED"), O_RDONLY | O_CLOEXEC);
  for (size_t at = 0; at < count; at++) mirror(source, pending[at].at, pending[at].length);
  count = 0;
  REAL(close)(source);
  pthread_mutex_unlock(&lock);
  return result;
}

/* As slow as a disk, so that a kill often falls between a write and its sync. */
static void as_slow_as_a_disk(int fd) {
  if (kind_of(fd) != OTHER) usleep(4000);
}

int fdatasync(int fd) {
  as_slow_as_a_disk(fd);
  return synced(fd, REAL(fdatasync)(fd));
}

int fsync(int fd) {
  as_slow_as_a_disk(fd);
  return synced(fd, REAL(fsync)(fd));
}
