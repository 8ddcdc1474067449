/* arena: see arena.h. */
#include "common/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define ALIGNMENT _Alignof(max_align_t)
#define ALIGNED(size) (((size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)
#define BLOCK_HEADER ALIGNED(sizeof(arena_block))
#define USUAL_BLOCK ((size_t) 8000)

void
arena_init(arena *a, void *first, size_t size, void *(*allocate)(size_t))
{
	size_t		misaligned = (uintptr_t) first % ALIGNMENT;

	a->at = (char *) first + (misaligned == 0 ? 0 : ALIGNMENT - misaligned);
	a->end = (char *) first + size;
	a->allocate = allocate;
	a->blocks = NULL;
	a->spare = NULL;
}

/* A block with room for so much: a spare one, or a new one. */
static arena_block *
arena_block_of(arena *a, size_t size)
{
	arena_block *block;

	for (arena_block **spare = &a->spare; *spare != NULL; spare = &(*spare)->previous)
		if ((*spare)->usable >= size)
		{
			block = *spare;
			*spare = block->previous;
			return block;
		}
	if (size < USUAL_BLOCK)
		size = USUAL_BLOCK;
	block = a->allocate(BLOCK_HEADER + size);
	block->usable = size;
	return block;
}

static void *
arena_room(arena *a, size_t size)
{
	void	   *result;

	size = ALIGNED(size);
	if ((size_t) (a->end - a->at) < size)
	{
		arena_block *block = arena_block_of(a, size);

		block->previous = a->blocks;
		a->blocks = block;
		a->at = (char *) block + BLOCK_HEADER;
		a->end = a->at + block->usable;
	}
	result = a->at;
	a->at += size;
	return result;
}

void *
arena_get(arena *a, size_t size)
{
	return memset(arena_room(a, size), 0, size);
}

void *
arena_copy(arena *a, const void *from, size_t size)
{
	return memcpy(arena_room(a, size), from, size);
}

arena_mark
arena_place(const arena *a)
{
	return (arena_mark) {a->at, a->end, a->blocks};
}

void
arena_rewind(arena *a, arena_mark mark)
{
	while (a->blocks != mark.blocks)
	{
		arena_block *block = a->blocks;

		a->blocks = block->previous;
		block->previous = a->spare;
		a->spare = block;
	}
	a->at = mark.at;
	a->end = mark.end;
}

void
arena_release(arena *a, void (*release)(void *))
{
	arena_rewind(a, (arena_mark) {0});
	while (a->spare != NULL)
	{
		arena_block *block = a->spare;

		a->spare = block->previous;
		release(block);
	}
}

#define FIRST_CAPACITY 256

void
sink_init(text_sink *sink, arena *a)
{
	sink->arena = a;
	sink->capacity = FIRST_CAPACITY;
	sink->data = arena_get(a, FIRST_CAPACITY);
	sink->length = 0;
}

/* Room for so many bytes more and the terminator. */
static void
sink_reserve(text_sink *sink, int length)
{
	char	   *larger;
	int			capacity = sink->capacity;

	if (sink->length + length < capacity)
		return;
	while (sink->length + length >= capacity)
		capacity *= 2;
	larger = arena_get(sink->arena, (size_t) capacity);
	memcpy(larger, sink->data, (size_t) sink->length);
	sink->data = larger;
	sink->capacity = capacity;
}

void
sink_bytes(text_sink *sink, const char *bytes, int length)
{
	sink_reserve(sink, length);
	memcpy(sink->data + sink->length, bytes, (size_t) length);
	sink->length += length;
	sink->data[sink->length] = '\0';
}

void
sink_text(text_sink *sink, const char *text)
{
	sink_bytes(sink, text, (int) strlen(text));
}

void
sink_char(text_sink *sink, char c)
{
	sink_bytes(sink, &c, 1);
}

void
sink_format(text_sink *sink, const char *format, ...)
{
	char		buffer[512];
	va_list		arguments;
	int			length;

	va_start(arguments, format);
	length = vsnprintf(buffer, sizeof(buffer), format, arguments);
	va_end(arguments);
	if (length >= (int) sizeof(buffer))
		length = (int) sizeof(buffer) - 1;
	sink_bytes(sink, buffer, length);
}
