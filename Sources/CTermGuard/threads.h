#ifndef CTERMGUARD_THREADS_H
#define CTERMGUARD_THREADS_H
/* A handler stack for the calling thread, freed when the thread ends. */
void give_thread_a_stack(void);
#endif
