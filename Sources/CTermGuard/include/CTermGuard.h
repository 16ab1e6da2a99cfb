#ifndef CTERMGUARD_H
#define CTERMGUARD_H
/* Gives the terminal back whatever ends the program. A full-screen program that dies by a trap
   or a signal leaves its terminal without echo, on the alternate screen, without a cursor; Swift
   code must not run in a signal handler, so this is plain C that calls async-signal-safe
   functions only.

   Its state is the process': one terminal, one guard. */

/* Remembers the terminal's settings and watches from now on. `restore` is what to write to the
   terminal to undo the full-screen modes, at most 256 bytes. Returns 0, or -1 where the terminal's
   settings can't be read. */
int term_guard_arm(int terminal, const char *restore, int length);

/* The orderly end: the screen has been given back already. */
void term_guard_disarm(void);

/* To be called first on every thread that computes: a handler stack of its own, so that even a
   stack overflow there ends in order; and the signals that steer the screen blocked, so that
   they reach the thread that draws. */
void term_guard_enter_thread(void);

/* Blocks the steering signals of the calling thread, and of the threads it starts from now on;
   the second lets them through again. */
void term_guard_block_signals(void);
void term_guard_unblock_signals(void);

/* While the screen is up, what is written to stderr goes to an unnamed file; the guard prints it
   when the terminal is itself again. Does nothing where stderr is no terminal. */
void term_guard_hold_errors(void);

/* The SIGINT, SIGTERM or SIGHUP that asked for an end; 0 for none. The program has two seconds to
   end in order; after them, or at a second signal, it is ended here. */
int term_guard_stop_signal(void);

/* 1 once after Ctrl-Z: give the screen back, suspend, and take it again. */
int term_guard_take_suspension(void);
/* Stops the program as SIGTSTP does without a handler; returns when it goes on. */
void term_guard_suspend(void);

/* 1 once after the program was stopped and continued. */
int term_guard_take_continued(void);

/* Readable when one of the three above has news, or after a ring; -1 before arming. */
int term_guard_news(void);
/* Makes it readable, from any thread. */
void term_guard_ring(void);
/* Empties it. */
void term_guard_take_news(void);
#endif
