/*
 * pro_ctcae: the composite grade of a symptomatic adverse event, 0 to 3, from
 * up to three attributes that the patient rated 0 to 4: frequency, severity,
 * interference with usual activities.
 */
#ifndef EXONC_PRO_CTCAE_H
#define EXONC_PRO_CTCAE_H

#include "common/status.h"

typedef enum pro_ctcae_attribute
{
	FREQUENCY,
	SEVERITY,
	INTERFERENCE,
	N_ATTRIBUTES
} pro_ctcae_attribute;

/* Which attributes an item asks for, in the order of the SQL enum; never renumbered. */
typedef enum pro_ctcae_attributes
{
	ATTRIBUTES_F,
	ATTRIBUTES_S,
	ATTRIBUTES_I,
	ATTRIBUTES_FS,
	ATTRIBUTES_FI,
	ATTRIBUTES_SI,
	ATTRIBUTES_FSI,
	N_ATTRIBUTE_SETS
} pro_ctcae_attributes;

#define PRO_CTCAE_ATTRIBUTES_LABELS {"F", "S", "I", "FS", "FI", "SI", "FSI"}

#define HIGHEST_RATING 4
#define N_RATINGS	   (HIGHEST_RATING + 1)
#define N_PRO_CTCAE_ITEMS 80

/* The attributes of an item of the NCI's library, 1 to 80; UNKNOWN for a yes/no item. */
extern bool pro_ctcae_item_attributes(int item, int *attributes, status *st);

/* The ratings of one symptom by one patient. */
typedef struct pro_ctcae_ratings
{
	int			value[N_ATTRIBUTES];
	bool		given[N_ATTRIBUTES];
} pro_ctcae_ratings;

/*
 * The grade, or UNKNOWN if an attribute that is asked for has no rating. With
 * skip_logic a first rating of 0 stands for the others, which an electronic
 * form then does not ask.
 */
extern bool pro_ctcae_grade(pro_ctcae_attributes asked, const pro_ctcae_ratings *ratings,
							bool skip_logic, int *grade, status *st);

#endif
