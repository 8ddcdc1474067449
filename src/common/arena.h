/*
 * arena: memory for one call of a rule that builds something of unknown size.
 *
 * The caller lends a first block, usually on its stack, and a function that
 * gives more; in the glue that is PostgreSQL's allocator, in tests malloc. So
 * the plain C needs no PostgreSQL header, and a typical call allocates nothing.
 */
#ifndef EXONC_ARENA_H
#define EXONC_ARENA_H

#include <stddef.h>

typedef struct arena_block
{
	struct arena_block *previous;
	size_t		usable;
} arena_block;

typedef struct arena
{
	char	   *at;	 /* first free byte */
	char	   *end; /* behind the last one */
	void	   *(*allocate)(size_t size); /* never returns NULL */
	arena_block *blocks; /* what came from allocate(), the newest first */
	arena_block *spare;	 /* and is free after arena_rewind() */
} arena;

/* How far an arena had been used. */
typedef struct arena_mark
{
	char	   *at;
	char	   *end;
	arena_block *blocks;
} arena_mark;

extern void arena_init(arena *a, void *first, size_t size, void *(*allocate)(size_t));

/* Zeroed memory, aligned for any type. */
extern void *arena_get(arena *a, size_t size);

/* A copy of so many bytes. */
extern void *arena_copy(arena *a, const void *from, size_t size);

/* Frees, for new use, what came after the mark: a loop that does so takes no more than one round needs. */
extern arena_mark arena_place(const arena *a);
extern void arena_rewind(arena *a, arena_mark mark);

/* Returns the blocks that came from allocate(). */
extern void arena_release(arena *a, void (*release)(void *));

/* A text that grows at its end. It is always terminated. */
typedef struct text_sink
{
	arena	   *arena;
	char	   *data;
	int			length;
	int			capacity;
} text_sink;

extern void sink_init(text_sink *sink, arena *a);
extern void sink_bytes(text_sink *sink, const char *bytes, int length);
extern void sink_text(text_sink *sink, const char *text);
extern void sink_char(text_sink *sink, char c);
extern void sink_format(text_sink *sink, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
