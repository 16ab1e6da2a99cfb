// Counts the allocations of a process, so that a test can hold a loop to none.
#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

/// Calls of malloc and its kin so far, on all threads; −1 where they cannot be counted.
long allocations(void);

#endif
