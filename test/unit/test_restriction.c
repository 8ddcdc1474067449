/* restriction: its tables, and the laws of restrict_prescription() on published and on generated prescriptions. */
#include "prescription/bone_metastasis.h"
#include "prescription/condition.h"
#include "prescription/programmes.h"
#include "prescription/restrict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prescription_generator.h"

#define GENERATED 6000
#define SETS_OF_A_PROGRAMME 300
#define ALL_RESTRICTIONS (RESTRICTED(N_RESTRICTIONS) - 1)

/* What they take out hangs on the other components of a session, so these need not commute with what takes those out. */
#define OF_RESISTANCE_ONLY \
	(RESTRICTED(SUPERVISED_RESISTANCE) | RESTRICTED(NO_HEAVY_LIFTING) | RESTRICTED(AT_MOST_75_PERCENT_1RM) | RESTRICTED(AT_MOST_30_PERCENT_1RM))

static prescription
parsed(const char *text, arena *memory)
{
	prescription rx;
	status		st;

	if (!prescription_parse(text, (int) strlen(text), &rx, memory, &st))
		fail_msg("%s: %s", text, st.message);
	return rx;
}

static const char *
printed(const prescription *rx, arena *memory)
{
	text_sink	out;

	sink_init(&out, memory);
	prescription_print(rx, &out);
	return out.data;
}

/* The text that a set leaves; empty if nothing. */
static const char *
left_of(const char *text, uint32_t set, arena *memory)
{
	prescription rx;
	restricted	result;

	if (text[0] == '\0')
		return text;
	rx = parsed(text, memory);
	restrict_prescription(&rx, set, true, &result, memory);
	assert_non_null(result.rows);
	assert_false(result.held);
	for (const restriction_row *row = result.rows; row != NULL; row = row->next)
	{
		assert_true(row->block > 0 && row->reason[0] != '\0' && row->prescribed[0] != '\0');
		assert_true((row->effect == EFFECT_CHANGED) == (row->becomes != NULL));
		assert_true((row->effect == EFFECT_KEPT) == (row->restriction < 0));
		assert_true(row->restriction < 0 || (set & RESTRICTED(row->restriction)) != 0);
	}
	return printed(&rx, memory);
}

/* ---- whether one tree is contained in another ---- */

static double
highest(const target *targets, int unit)
{
	double		high = -1;

	for (const target *t = targets; t != NULL; t = t->next)
		if (t->kind == TARGET_UNIT && t->unit == unit && t->value.kind != NOT_REPORTED)
			high = t->value.high > high ? t->value.high : high;
	return high;
}

static bool
clauses_contained(const clauses *less, const clauses *more)
{
	for (int unit = 0; unit < N_INTENSITY_UNITS; unit++)
		if (highest(less->targets, unit) > highest(more->targets, unit))
			return false;
	if ((more->supervision == SUPERVISED) != (less->supervision == SUPERVISED) && less->supervision != SUPERVISED)
		return false;
	for (int i = 0; i < less->n_settings; i++)
	{
		bool		found = false;

		for (int j = 0; j < more->n_settings; j++)
			found |= less->settings[i] == more->settings[j];
		if (!found)
			return false;
	}
	return (less->n_settings == 0) == (more->n_settings == 0);
}

static bool
component_contained(const component *less, const component *more)
{
	const mode *n = more->modes;

	if (less->modality != more->modality || (less->modes == NULL) != (more->modes == NULL))
		return false;
	for (const mode *m = less->modes; m != NULL; m = m->next, n = n->next)
	{
		while (n != NULL && (n->name.length != m->name.length || memcmp(n->name.at, m->name.at, (size_t) m->name.length) != 0))
			n = n->next;
		if (n == NULL)
			return false;
	}
	return clauses_contained(&less->clauses, &more->clauses);
}

static bool
unit_contained(const unit *less, const unit *more)
{
	const component *d = more->components;

	if (less->is_session != more->is_session || !clauses_contained(&less->shared, &more->shared))
		return false;
	for (const component *c = less->components; c != NULL; c = c->next, d = d->next)
	{
		while (d != NULL && !component_contained(c, d))
			d = d->next;
		if (d == NULL)
			return false;
	}
	return true;
}

static bool
part_contained(const part *less, const part *more)
{
	const unit *v = more->alternatives;

	for (const unit *u = less->alternatives; u != NULL; u = u->next, v = v->next)
	{
		while (v != NULL && !unit_contained(u, v))
			v = v->next;
		if (v == NULL)
			return false;
	}
	return true;
}

static bool
block_contained(const block *less, const block *more)
{
	const part *q = more->parts;

	if (less->selector != more->selector || less->range.low != more->range.low || less->range.high != more->range.high)
		return false;
	for (const part *p = less->parts; p != NULL; p = p->next, q = q->next)
	{
		while (q != NULL && !part_contained(p, q))
			q = q->next;
		if (q == NULL)
			return false;
	}
	return true;
}

static bool
contained(const char *less, const char *more, arena *memory)
{
	prescription a;
	prescription b;
	const block *other;

	if (less[0] == '\0' || more[0] == '\0')
		return less[0] == '\0';
	a = parsed(less, memory);
	b = parsed(more, memory);
	other = b.blocks;
	for (const block *each = a.blocks; each != NULL; each = each->next, other = other->next)
	{
		while (other != NULL && !block_contained(each, other))
			other = other->next;
		if (other == NULL)
			return false;
	}
	return true;
}

/* ---- laws ---- */

static void
check_laws(const char *text, uint32_t few, uint32_t more)
{
	static max_align_t first[20000];
	arena		memory;
	const char *by_few;
	const char *by_more;

	arena_init(&memory, first, sizeof(first), malloc);
	more |= few;
	by_few = left_of(text, few, &memory);
	by_more = left_of(text, more, &memory);

	/* What is left is canonical, the empty set changes nothing, and twice is once. */
	if (by_few[0] != '\0')
	{
		prescription again = parsed(by_few, &memory);

		assert_string_equal(printed(&again, &memory), by_few);
	}
	assert_string_equal(left_of(text, 0, &memory), text);
	if (strcmp(left_of(by_few, few, &memory), by_few) != 0)
		fail_msg("%x twice\n%s\n%s\n%s", few, text, by_few, left_of(by_few, few, &memory));

	/* More never leaves more, and is the same as one after the other. */
	if (!contained(by_few, text, &memory))
		fail_msg("%x leaves more\n%s\n%s", few, text, by_few);
	if (!contained(by_more, by_few, &memory))
		fail_msg("%x leaves more than %x\n%s\n%s\n%s", more, few, text, by_more, by_few);
	if ((more & OF_RESISTANCE_ONLY) == 0 && strcmp(left_of(by_few, more, &memory), by_more) != 0)
		fail_msg("%x after %x\n%s\n%s\n%s", more, few, text, left_of(by_few, more, &memory), by_more);
	arena_release(&memory, free);
}

/* Sets of a few restrictions, without those that leave nothing to look at. */
static uint32_t
some_restrictions(generated *g)
{
	uint32_t	set = 0;

	for (unsigned n = roll(g, 4); n > 0; n--)
		set |= RESTRICTED(1 + roll(g, N_RESTRICTIONS - 1));
	return set;
}

static void
canonical(const char *text, char *buffer)
{
	max_align_t first[200];
	arena		memory;
	prescription rx;

	arena_init(&memory, first, sizeof(first), malloc);
	rx = parsed(text, &memory);
	strcpy(buffer, printed(&rx, &memory));
	arena_release(&memory, free);
}

static void
published_prescriptions_obey(void **state)
{
	static generated g;
	static char text[GENERATED_TEXT];
	int			n;
	const programme *rows = programmes(&n);
	int			n_guidelines;
	const guideline *others = guidelines(&n_guidelines);

	(void) state;
	for (int i = 0; i < n + n_guidelines; i++)
	{
		const char *prescribed = i < n ? rows[i].text : others[i - n].text;

		if (prescribed == NULL)
			continue;
		canonical(prescribed, text);
		for (int r = 0; r < N_RESTRICTIONS; r++)
			check_laws(text, RESTRICTED(r), RESTRICTED((r + 1) % N_RESTRICTIONS));
		for (int j = 0; j < SETS_OF_A_PROGRAMME; j++)
			check_laws(text, some_restrictions(&g), some_restrictions(&g));
		check_laws(text, ALL_RESTRICTIONS, ALL_RESTRICTIONS);
	}
}

static void
generated_prescriptions_obey(void **state)
{
	static generated g;
	uint32_t	few;

	(void) state;
	for (int i = 0; i < GENERATED; i++)
	{
		generate(&g, (uint64_t) i);
		few = some_restrictions(&g);
		check_laws(g.canonical, few, some_restrictions(&g));
	}
}

static void
tables_are_whole(void **state)
{
	int			n;
	const mode_word *words = mode_words(&n);
	const restriction_scope *scopes;

	(void) state;
	for (int i = 0; i < n; i++)
	{
		assert_ptr_equal(mode_word_find(words[i].word, (int) strlen(words[i].word)), &words[i]);
		assert_true(words[i].properties != 0);
	}
	scopes = restriction_scopes(&n);
	for (int i = 0; i < n; i++)
	{
		assert_int_equal(scopes[i].unstated & ~scopes[i].read, 0);
		assert_int_equal(scopes[i].out & scopes[i].read, 0);
		assert_true(scopes[i].unstated == 0 || scopes[i].unclear[0] != '\0');
	}
	for (int r = 0; r < N_RESTRICTIONS; r++)
		assert_non_null(restriction_meaning((restriction) r));
}

/* All names of a vocabulary fit into the text, and read back. */
static void
names_fit(void **state)
{
	static const vocabulary *const all[] = {&restriction_names, &exercise_conditions, &exercise_contraindications, &bone_sites};

	(void) state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
	{
		char		text[NAME_SET_TEXT];
		size_t		length = 2;
		uint32_t	set;
		status		st;

		assert_true(all[i]->n_names <= 31);
		for (int n = 0; n < all[i]->n_names; n++)
			length += strlen(all[i]->names[n]) + 1;
		assert_true(length < sizeof(text));
		name_set_print(all[i], all_names(all[i]), text);
		assert_true(name_set_parse(all[i], text, &set, &st));
		assert_int_equal(set, all_names(all[i]));
		assert_true(name_set_parse(all[i], all[i]->example, &set, &st));
		assert_false(name_set_parse(all[i], "{no_such_name}", &set, &st));
		assert_true(st.hint[0] != '\0');
	}
}

/* The rules of one name stand together, and those of contraindications in the order of the names. */
static void
rules_are_in_order(void **state)
{
	int			n;
	const condition_rule *rules = condition_rules(&n);
	const contraindication_rule *others;

	(void) state;
	for (int i = 1; i < n; i++)
		assert_true(rules[i].condition >= rules[i - 1].condition && rules[i].condition <= rules[i - 1].condition + 1);
	others = contraindication_rules(&n);
	assert_int_equal(n, N_EXERCISE_CONTRAINDICATIONS);
	for (int i = 0; i < n; i++)
		assert_int_equal(others[i].contraindication, i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_whole),
		cmocka_unit_test(names_fit),
		cmocka_unit_test(rules_are_in_order),
		cmocka_unit_test(published_prescriptions_obey),
		cmocka_unit_test(generated_prescriptions_obey),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
