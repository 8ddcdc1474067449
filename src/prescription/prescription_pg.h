/* prescription_pg.h: the prescription datum, shared by the glue of this domain. */
#ifndef EXONC_PRESCRIPTION_PG_H
#define EXONC_PRESCRIPTION_PG_H

#include "exonc.h"

#include "prescription/prescription.h"

/*
 * A prescription on disk: a layout byte and the canonical text. So equal
 * prescriptions have equal bytes, the bytes mean the same in every later
 * version, and whatever a disk or a peer may hold, only what the parser accepts
 * becomes a tree. What the parser costs is measured in bench/prescription.sql.
 */
#define PRESCRIPTION_LAYOUT 1

/* Memory for one call: most prescriptions fit into it. */
typedef struct call_memory
{
	arena		arena;
	max_align_t first[768];
} call_memory;

/* What the C side calls the allocator. */
extern void *call_allocate(size_t size);

#define CALL_MEMORY_INIT(memory) \
	arena_init(&(memory).arena, (memory).first, sizeof((memory).first), call_allocate)

/* The canonical text of a datum. */
extern const char *prescription_text(struct varlena *datum, int *length);

/* The tree of a datum. It points into the datum. */
extern void prescription_read(struct varlena *datum, prescription *rx, arena *memory);

/* The datum of a tree. */
extern Datum prescription_datum(const prescription *rx, arena *memory);

/* The datum of a text, which is checked. NULL if a soft error was saved. */
extern struct varlena *prescription_from_text(const char *text, int length, Node *escontext);

/* A range of numbers; high may be INFINITY: no upper bound. */
extern Datum number_range(double low, double high);

/* A range of whole numbers, both bounds included. */
extern Datum whole_range(int low, int high);

/* What a quantity holds as a range; *isnull if it is absent or not reported. */
extern Datum quantity_range(const quantity *q, double factor, bool *isnull);

extern const char *const exercise_modality_labels[N_MODALITIES_OF_EXERCISE];
extern const char *const supervision_labels[N_SUPERVISIONS];
extern const char *const setting_labels[N_SETTINGS];

#endif
