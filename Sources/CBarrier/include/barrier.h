// What must be done where no Swift may run: in handlers of signals, and between fork and exec. And the memory in which a
// server writes down what it is making, so that whoever attends it can read that after its death (docs/decisions/0078).

#ifndef XZ_BARRIER_H
#define XZ_BARRIER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { XZ_PAGES = 256, XZ_CLOSED = 256, XZ_TEXT = 200 };

typedef enum { XZ_FREE = 0, XZ_MADE = 1, XZ_FELL = 2 } xz_state;

typedef struct xz_board xz_board;

// A board in memory of its own; the descriptor that names it, or -1.
int xz_board_make(void);
// NULL where the descriptor names no board.
xz_board *xz_board_map(int descriptor);
// Forgets everything but the port and the closed pages: for the next server.
void xz_board_clear(xz_board *board);

// The server.
// The server answers at this port from now on.
void xz_set_port(xz_board *board, int port);
bool xz_has_served(const xz_board *board);
// 0 where no server has answered yet.
int xz_port(const xz_board *board);
int xz_page_begin(xz_board *board, uint64_t key, const char *text);
// The page of a slot is made by the task that calls this.
void xz_page_is_ours(xz_board *board, int slot);
void xz_page_end(xz_board *board, int slot);
bool xz_is_closed(const xz_board *board, uint64_t key);
// What a handler may tell a waiting thread by; -1 where there is none to be had.
int xz_event_make(void);
// Handlers for what a fault raises. The faulting thread marks its page, tells `event` and waits to be let go.
void xz_catch_faults(xz_board *board, int event);
// A stack for the calling thread's handler, without which it could not tell that its own stack is used up.
void xz_prepare_thread(void);
void xz_let_go(void);

// The attendant, and the server's own look at its board.
xz_state xz_page_state(const xz_board *board, int slot);
uint64_t xz_page_key(const xz_board *board, int slot);
const char *xz_page_text(const xz_board *board, int slot);
void xz_close(xz_board *board, uint64_t key);
// The signal that the server caught, and whether a fault of its own raised it; 0 where it caught none.
int xz_caught(const xz_board *board, bool *was_fault);
// Starts this program again with the board as its descriptor `XZ_BOARD`; its process, or -1. It dies with the caller.
pid_t xz_start(char *const arguments[], int descriptor);
enum { XZ_BOARD = 3 };
// From now on signals to end are passed on to the process named last.
void xz_pass_on_signals(void);
// Where somebody else sends this signal, the caller goes on and writes the text to standard error; a fault of its own ends
// it as it did before.
void xz_outlive(int number, const char *text);
void xz_pass_on_to(pid_t process);
int xz_asked_to_end(void);

#endif
