#define _GNU_SOURCE
#include "barrier.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// The task that runs on this thread; the Swift runtime reads it from the thread's own memory.
extern void *swift_task_getCurrent(void);

typedef struct {
    _Atomic uint32_t state;
    uint64_t key;
    _Atomic uintptr_t task;
    char text[XZ_TEXT];
} xz_page;

struct xz_board {
    uint64_t magic;
    _Atomic int port;
    _Atomic bool serves;
    _Atomic int signal;
    _Atomic bool was_fault;
    _Atomic uint32_t closed_count;
    uint64_t closed[XZ_CLOSED];
    xz_page pages[XZ_PAGES];
};

static const uint64_t magic = 0x3164726F42495A58;  // "XZIBord1"

int xz_board_make(void) {
    int descriptor = memfd_create("xingzhi.board", MFD_CLOEXEC);
    if (descriptor < 0) return -1;
    if (ftruncate(descriptor, sizeof(xz_board)) != 0
        || pwrite(descriptor, &magic, sizeof magic, 0) != sizeof magic) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

xz_board *xz_board_map(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size != sizeof(xz_board)) return NULL;
    void *mapped = mmap(NULL, sizeof(xz_board), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (mapped == MAP_FAILED) return NULL;
    xz_board *board = mapped;
    if (board->magic == magic) return board;
    munmap(mapped, sizeof(xz_board));
    return NULL;
}

void xz_board_clear(xz_board *board) {
    board->serves = false;
    board->signal = 0;
    board->was_fault = false;
    memset(board->pages, 0, sizeof board->pages);
}

void xz_set_port(xz_board *board, int port) {
    board->port = port;
    board->serves = true;
}

bool xz_has_served(const xz_board *board) { return board->serves; }
int xz_port(const xz_board *board) { return board->port; }

int xz_page_begin(xz_board *board, uint64_t key, const char *text) {
    for (int slot = 0; slot < XZ_PAGES; slot++) {
        xz_page *page = &board->pages[slot];
        uint32_t expected = XZ_FREE;
        if (!atomic_compare_exchange_strong(&page->state, &expected, XZ_MADE)) continue;
        page->key = key;
        page->task = 0;
        strncpy(page->text, text, XZ_TEXT - 1);
        page->text[XZ_TEXT - 1] = 0;
        return slot;
    }
    return -1;
}

void xz_page_is_ours(xz_board *board, int slot) { board->pages[slot].task = (uintptr_t)swift_task_getCurrent(); }

void xz_page_end(xz_board *board, int slot) {
    board->pages[slot].task = 0;
    board->pages[slot].state = XZ_FREE;
}

xz_state xz_page_state(const xz_board *board, int slot) { return (xz_state)board->pages[slot].state; }
uint64_t xz_page_key(const xz_board *board, int slot) { return board->pages[slot].key; }
const char *xz_page_text(const xz_board *board, int slot) { return board->pages[slot].text; }

bool xz_is_closed(const xz_board *board, uint64_t key) {
    uint32_t count = board->closed_count;
    for (uint32_t place = 0; place < count && place < XZ_CLOSED; place++)
        if (board->closed[place] == key) return true;
    return false;
}

void xz_close(xz_board *board, uint64_t key) {
    if (xz_is_closed(board, key)) return;
    // Beyond so many the oldest are let in again, and closed again if they fail again.
    uint32_t count = board->closed_count;
    if (count == XZ_CLOSED) memmove(board->closed, board->closed + 1, sizeof(uint64_t) * (XZ_CLOSED - 1));
    board->closed[count == XZ_CLOSED ? XZ_CLOSED - 1 : count] = key;
    if (count < XZ_CLOSED) board->closed_count = count + 1;
}

int xz_caught(const xz_board *board, bool *was_fault) {
    *was_fault = board->was_fault;
    return board->signal;
}

// --- the server's handlers

static xz_board *caught_on;
static int told = -1;
static _Atomic bool may_go;

static void fault(int number, siginfo_t *info, void *context) {
    (void)context;
    xz_board *board = caught_on;
    uintptr_t task = (uintptr_t)swift_task_getCurrent();
    for (int slot = 0; task != 0 && slot < XZ_PAGES; slot++) {
        xz_page *page = &board->pages[slot];
        if (page->state == XZ_MADE && page->task == task) page->state = XZ_FELL;
    }
    if (info->si_code > 0 || number == SIGABRT) board->was_fault = true;
    board->signal = number;
    uint64_t one = 1;
    (void)!write(told, &one, sizeof one);
    // The others finish what they are making meanwhile; never longer than eight seconds.
    for (int waits = 0; waits < 800 && !may_go; waits++) {
        struct timespec moment = {0, 10000000};
        nanosleep(&moment, NULL);
    }
    signal(number, SIG_DFL);
    kill(getpid(), number);
}

int xz_event_make(void) { return eventfd(0, EFD_CLOEXEC); }

void xz_catch_faults(xz_board *board, int event) {
    caught_on = board;
    told = event;
    xz_prepare_thread();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGFPE, SIGBUS, SIGABRT, SIGSYS};
    for (unsigned place = 0; place < sizeof numbers / sizeof *numbers; place++) sigaction(numbers[place], &action, NULL);
}

void xz_prepare_thread(void) {
    stack_t stack;
    if (sigaltstack(NULL, &stack) != 0 || !(stack.ss_flags & SS_DISABLE)) return;
    size_t size = 128 << 10;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return;
    stack.ss_sp = memory;
    stack.ss_size = size;
    stack.ss_flags = 0;
    sigaltstack(&stack, NULL);
}

void xz_let_go(void) { may_go = true; }

// --- the attendant

static _Atomic pid_t attended;
static _Atomic int asked;

static void pass_on(int number) {
    int kept = errno;
    asked = number;
    pid_t process = attended;
    // A terminal that goes away, or one that asks to leave at once, ends a server as a request to end does.
    if (process > 0) kill(process, number == SIGHUP || number == SIGQUIT ? SIGTERM : number);
    errno = kept;
}

void xz_pass_on_signals(void) {
    int numbers[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    // Whoever started us may have blocked them, and what is blocked is inherited.
    sigset_t heard;
    sigemptyset(&heard);
    for (unsigned place = 0; place < sizeof numbers / sizeof *numbers; place++) sigaddset(&heard, numbers[place]);
    pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
    for (unsigned place = 0; place < sizeof numbers / sizeof *numbers; place++) {
        struct sigaction action;
        // What was to be ignored, as under nohup, stays ignored.
        if (sigaction(numbers[place], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
        memset(&action, 0, sizeof action);
        action.sa_handler = pass_on;
        sigemptyset(&action.sa_mask);
        sigaction(numbers[place], &action, NULL);
    }
}

static char *words[NSIG];
static struct sigaction before[NSIG];

static void hear(int number, siginfo_t *info, void *context) {
    (void)context;
    int kept = errno;
    if (info->si_code <= 0 && info->si_pid != getpid()) {
        // Somebody sent it: nothing in here is broken.
        if (words[number] != NULL) (void)!write(STDERR_FILENO, words[number], strlen(words[number]));
    } else {
        // Raised by what this process did. Whoever heard it before hears it again, and the server dies with us.
        sigaction(number, &before[number], NULL);
        if (info->si_code <= 0) raise(number);
    }
    errno = kept;
}

void xz_outlive(int number, const char *text) {
    struct sigaction action;
    if (number <= 0 || number >= NSIG || words[number] != NULL) return;
    if (sigaction(number, NULL, &before[number]) != 0) return;
    // What was to be ignored stays ignored.
    if (!(before[number].sa_flags & SA_SIGINFO) && before[number].sa_handler == SIG_IGN) return;
    words[number] = strdup(text);
    memset(&action, 0, sizeof action);
    action.sa_sigaction = hear;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

void xz_pass_on_to(pid_t process) {
    attended = process;
    // Asked just before: it has not heard of it.
    if (process > 0 && asked) kill(process, SIGTERM);
}

int xz_asked_to_end(void) { return asked; }

pid_t xz_start(char *const arguments[], int descriptor) {
    pid_t parent = getpid();
    pid_t process = fork();
    if (process != 0) return process;
    // Killed with the one who attends it, as if they were one.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(3);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (descriptor == XZ_BOARD) {
        fcntl(descriptor, F_SETFD, 0);
    } else if (dup2(descriptor, XZ_BOARD) < 0) {
        _exit(3);
    }
    execv("/proc/self/exe", arguments);
    _exit(3);
}
