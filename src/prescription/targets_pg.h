/* targets_pg.h: the targets of a week, known by the prescription, and the person for whom they are. */
#ifndef EXONC_PRESCRIPTION_TARGETS_PG_H
#define EXONC_PRESCRIPTION_TARGETS_PG_H

#include "prescription/prescription_pg.h"
#include "prescription/targets.h"

/* One intensity of a week, with what of its rows is the same for all persons. */
typedef struct known_target
{
	target		target; /* alone */
	const component *component; /* NULL: of a session as a whole */
	int			place[4];		/* block, part, alternative, component */
	bool		main;			/* not of an interval, a warm-up or a cool-down */
	Datum		step;
	Datum		prescribed;
} known_target;

typedef struct week_targets
{
	int			n;
	int			capacity;
	known_target *targets;
} week_targets;

struct value_cache;

/*
 * The targets of a prescription in a week, from the cache of the call site if
 * the prescription has come before. The arena is for what is not kept.
 */
extern const week_targets *get_week_targets(struct value_cache *cache, struct varlena *prescription, int week,
											arena *memory);

/* The modes of the component of a target; NULL: none. */
static inline const mode *
modes_of(const known_target *t)
{
	return t->component == NULL ? NULL : t->component->modes;
}

#endif
