/* Stands before the system calls that write, for files below one folder: counts them, fails or
   ends the process at a chosen one, and writes down what was done. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NOTHING, KILL_BEFORE, KILL_AFTER, FULL_ONCE, FULL_ON, FAULT_ONCE, FAULT_ON };
enum { LAST_FD = 4096 };

static char watched[4096];
static size_t watched_length;
static unsigned char ours[LAST_FD];
static int mode, wanted, counted, fired, log_fd = -1;
static int64_t room = -1;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

void faults_watch(const char *folder) {
    strncpy(watched, folder, sizeof watched - 1);
    watched_length = strlen(watched);
}
void faults_arm(int at, int how) { wanted = at; mode = how; counted = 0; fired = 0; }
void faults_disarm(void) { mode = NOTHING; }
int faults_counted(void) { return counted; }
int faults_fired(void) { return fired; }
void faults_log(int fd) { log_fd = fd; }
/* From now on only so many bytes may be written: a disk that fills. */
void faults_room(int64_t bytes) { room = bytes; }

static int below(const char *path) {
    return watched_length && !strncmp(path, watched, watched_length);
}
static int is_ours(int fd) { return fd >= 0 && fd < LAST_FD && ours[fd]; }

/* kind, file descriptor, offset, length of the first bytes, length of the second. */
static void note(char kind, int fd, int64_t offset, const void *one, uint32_t n, const void *two,
                 uint32_t m) {
    unsigned char head[21];
    if (log_fd < 0) return;
    int32_t number = fd;
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &number, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &n, 4);
    memcpy(head + 17, &m, 4);
    syscall(SYS_write, log_fd, head, sizeof head);
    if (n) syscall(SYS_write, log_fd, one, n);
    if (m) syscall(SYS_write, log_fd, two, m);
}
void faults_mark(int number) { note('A', -1, number, "", 0, "", 0); }

static void die(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) pause();
}

/* Whether this call is to fail; `grows` says that it needs room on the disk. */
static int struck(int grows) {
    if (!mode) return 0;
    counted++;
    int here = counted == wanted, later = counted > wanted;
    if (here) fired = 1;
    if (here && mode == KILL_BEFORE) die();
    if ((here && mode == FULL_ONCE) || ((here || later) && mode == FULL_ON && grows)) {
        errno = ENOSPC;
        return 1;
    }
    if ((here && mode == FAULT_ONCE) || ((here || later) && mode == FAULT_ON)) {
        errno = EIO;
        return 1;
    }
    return 0;
}
static int dies_after(void) { return mode == KILL_AFTER && counted == wanted; }

static int opened(int fd, const char *path, int flags, int existed) {
    if (fd >= 0 && fd < LAST_FD) {
        ours[fd] = 1;
        note('O', fd, (existed ? 0 : 1) | (flags & O_TRUNC ? 2 : 0), path, strlen(path), "", 0);
    }
    return fd;
}
static int writes(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT); }

#define OPEN_LIKE(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t rights = va_arg(rest, mode_t); \
        va_end(rest); \
        if (!below(path)) return real(path, flags, rights); \
        struct stat st; \
        int existed = !stat(path, &st); \
        int counts = writes(flags); \
        if (counts && struck(!existed)) return -1; \
        int fd = opened(real(path, flags, rights), path, flags, existed); \
        if (counts && dies_after()) die(); \
        return fd; \
    }
OPEN_LIKE(open)
OPEN_LIKE(open64)

int close(int fd) {
    REAL(close);
    if (is_ours(fd)) {
        ours[fd] = 0;
        note('C', fd, 0, "", 0, "", 0);
    }
    return real(fd);
}

/* How much of a write may happen; -1 where it is to fail. */
static ssize_t allowed(size_t length) {
    if (struck(1)) {
        /* A disk that fills takes what still fits, and only then says so. */
        if (mode == FULL_ON && counted == wanted && length > 1) return (ssize_t)(length / 2);
        return -1;
    }
    if (room < 0) return (ssize_t)length;
    if (!room) {
        errno = ENOSPC;
        return -1;
    }
    return (int64_t)length > room ? (ssize_t)room : (ssize_t)length;
}
static ssize_t written(int fd, int64_t offset, const void *data, ssize_t done) {
    if (done > 0) {
        note('W', fd, offset, data, (uint32_t)done, "", 0);
        if (room > 0) room -= done;
    }
    if (dies_after()) die();
    return done;
}

#define PWRITE_LIKE(name) \
    ssize_t name(int fd, const void *data, size_t length, off_t offset) { \
        REAL(name); \
        if (!is_ours(fd)) return real(fd, data, length, offset); \
        ssize_t part = allowed(length); \
        if (part < 0) return -1; \
        if (dies_after() && length > 1) part = (ssize_t)(length / 2); \
        return written(fd, offset, data, real(fd, data, (size_t)part, offset)); \
    }
PWRITE_LIKE(pwrite)
PWRITE_LIKE(pwrite64)

ssize_t write(int fd, const void *data, size_t length) {
    REAL(write);
    if (!is_ours(fd)) return real(fd, data, length);
    ssize_t part = allowed(length);
    if (part < 0) return -1;
    if (dies_after() && length > 1) part = (ssize_t)(length / 2);
    int64_t offset = lseek(fd, 0, SEEK_CUR);
    return written(fd, offset, data, real(fd, data, (size_t)part));
}

#define SYNC_LIKE(name) \
    int name(int fd) { \
        REAL(name); \
        if (!is_ours(fd)) return real(fd); \
        if (struck(0)) return -1; \
        int done = real(fd); \
        if (!done) note('S', fd, 0, "", 0, "", 0); \
        if (dies_after()) die(); \
        return done; \
    }
SYNC_LIKE(fsync)
SYNC_LIKE(fdatasync)

#define TRUNCATE_LIKE(name) \
    int name(int fd, off_t size) { \
        REAL(name); \
        if (!is_ours(fd)) return real(fd, size); \
        struct stat st; \
        if (struck(!fstat(fd, &st) && st.st_size < size)) return -1; \
        int done = real(fd, size); \
        if (!done) note('T', fd, size, "", 0, "", 0); \
        if (dies_after()) die(); \
        return done; \
    }
TRUNCATE_LIKE(ftruncate)
TRUNCATE_LIKE(ftruncate64)

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!below(from) && !below(to)) return real(from, to);
    if (struck(0)) return -1;
    int done = real(from, to);
    if (!done) note('R', -1, 0, from, strlen(from), to, strlen(to));
    if (dies_after()) die();
    return done;
}

int unlink(const char *path) {
    REAL(unlink);
    if (!below(path)) return real(path);
    if (struck(0)) return -1;
    int done = real(path);
    if (!done) note('U', -1, 0, path, strlen(path), "", 0);
    if (dies_after()) die();
    return done;
}

/* The path of a name in an open folder, as it is taken away. */
static const char *path_in(int folder, const char *name, char *whole, size_t size) {
    char link[64];
    if (name[0] == '/' || folder == AT_FDCWD) return name;
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, whole, size - strlen(name) - 2);
    if (length < 0) return name;
    whole[length] = '/';
    strcpy(whole + length + 1, name);
    return whole;
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(unlinkat);
    char whole[8192];
    const char *path = path_in(folder, name, whole, sizeof whole);
    if (!below(path)) return real(folder, name, flags);
    if (struck(0)) return -1;
    int done = real(folder, name, flags);
    if (!done) note(flags & AT_REMOVEDIR ? 'D' : 'U', -1, 0, path, strlen(path), "", 0);
    if (dies_after()) die();
    return done;
}

/* Ways to copy that would not be seen: refused, so that plain writes are used. */
ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    REAL(sendfile);
    if (!is_ours(out)) return real(out, in, offset, count);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    REAL(sendfile64);
    if (!is_ours(out)) return real(out, in, offset, count);
    errno = EINVAL;
    return -1;
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count,
                        unsigned int flags) {
    REAL(copy_file_range);
    if (!is_ours(out)) return real(in, from, out, to, count, flags);
    errno = ENOSYS;
    return -1;
}

int mkdir(const char *path, mode_t rights) {
    REAL(mkdir);
    if (!below(path)) return real(path, rights);
    if (struck(1)) return -1;
    int done = real(path, rights);
    if (!done) note('M', -1, 0, path, strlen(path), "", 0);
    if (dies_after()) die();
    return done;
}
