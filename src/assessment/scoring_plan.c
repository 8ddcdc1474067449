/* scoring_plan: see scoring_plan.h. How it lies in memory, and how it is found. */
#include "assessment/plan_parts.h"

/*
 * The parts of a plan are laid one after another. The same walk measures and
 * writes: with base NULL it only counts.
 */
typedef struct writer
{
	char	   *base;
	size_t		used;
} writer;

static uint32_t
reserve(writer *out, size_t bytes)
{
	uint32_t	at = (uint32_t) out->used;

	out->used += (bytes + 7) & ~(size_t) 7;
	return at;
}

static uint32_t
write_text(writer *out, const char *text)
{
	size_t		bytes;
	uint32_t	at;

	if (text == NULL)
		return 0;
	bytes = strlen(text) + 1;
	at = reserve(out, bytes);
	if (out->base != NULL)
		memcpy(out->base + at, text, bytes);
	return at;
}

/* Number of items in a list that has been checked. */
static int
count_items(const item_names *names, const scale_definition *scale)
{
	int16_t		items[MAX_MEMBERS];

	return item_list(names, scale->items, scale->code, items, NULL);
}


/* Sorts the items by name; insertion is fast enough for names that mostly ascend. */
static void
sort_by_name(const item_names *names, uint16_t *by_name)
{
	for (int i = 0; i < names->n; i++)
	{
		const char *name = names->name[i];
		int			at = i;

		for (; at > 0; at--)
		{
			if (plan_compare_name(names->name[by_name[at - 1]], name, strlen(name)) < 0)
				break;
			by_name[at] = by_name[at - 1];
		}
		by_name[at] = (uint16_t) i;
	}
}

/* Number of conditions: those of the instrument, and of scales that are not asked of all. */
static int
count_conditions(const instrument_definition *def, const item_names *names)
{
	int16_t		items[MAX_MEMBERS];
	int			n = 0;

	for (int i = 0; i < def->n_scales; i++)
		if (def->scales[i].not_asked_if != NULL)
			n += count_items(names, &def->scales[i]);
	for (int i = 0; i < def->n_conditions; i++)
		n += item_list(names, def->conditions[i].items, def->code, items, NULL);
	return n;
}

static plan_condition *
add_conditions(const item_names *names, const char *list, const char *not_asked_if,
			   int answered_as, plan_condition *next)
{
	int16_t		items[MAX_MEMBERS];
	int16_t		other[MAX_MEMBERS];
	int			n = item_list(names, list, "", items, NULL);

	item_list(names, not_asked_if, "", other, NULL);
	for (int i = 0; i < n; i++)
		*next++ = (plan_condition){items[i], other[0], answered_as};
	return next;
}

static void
fill_conditions(const instrument_definition *def, const item_names *names, plan_condition *next)
{
	for (int i = 0; i < def->n_scales; i++)
		if (def->scales[i].not_asked_if != NULL)
			next = add_conditions(names, def->scales[i].items, def->scales[i].not_asked_if,
								  def->scales[i].answered_as, next);
	for (int i = 0; i < def->n_conditions; i++)
		next = add_conditions(names, def->conditions[i].items, def->conditions[i].not_asked_if,
							  def->conditions[i].answered_as, next);
}

/* The memory of derived slots; a coding of several items has one table. */
static void
lay_out_derived(writer *out, const derived_sources *sources, plan_derived *derived)
{
	uint32_t	slots[MAX_SLOTS];
	uint32_t	up_to[MAX_SLOTS];

	for (int i = 0; i < sources->n; i++)
	{
		const item_coding *coding = sources->at[i].coding;
		int			first = 0;

		slots[i] = up_to[i] = 0;
		if (coding == NULL)
			continue;
		while (sources->at[first].coding != coding)
			first++;
		slots[i] = slots[first];
		up_to[i] = up_to[first];
		if (first == i)
		{
			/* A row of values has a place for no answer; one row is the narrowest. */
			size_t		places = (size_t) coding->n_values * 2 + (size_t) coding->n_steps + 1;

			slots[i] = reserve(out, sizeof(int64_t) * places);
			up_to[i] = reserve(out, sizeof(int32_t) * (size_t) coding->n_steps);
		}
		if (derived != NULL)
		{
			derived[i].slots = slots[i];
			derived[i].up_to = up_to[i];
		}
	}
}

/* The texts and the memory of a scale. */
static void
lay_out_scale(writer *out, const instrument_definition *def, const item_names *names,
			  const scale_definition *scale, plan_scale *placed)
{
	placed->code = write_text(out, scale->code);
	placed->alias = write_text(out, scale->alias);
	placed->name = write_text(out, scale->name);
	placed->source = write_text(out, scale->source != NULL ? scale->source : def->source);
	placed->rule = write_text(out, scale->rule);
	placed->mark = (uint8_t) weaker_mark(def->mark, scale->mark);
	placed->table = reserve(out, sizeof(int32_t) * (size_t) scale->table.n_scores);
	if (in_exact_total(def, scale))
		placed->factors = reserve(out, sizeof(int64_t) * ((size_t) count_items(names, scale) + 1));
}

static void
lay_out_total(writer *out, const instrument_definition *def, const total_definition *total,
			  plan_scale *placed)
{
	placed->code = write_text(out, total->code);
	placed->alias = write_text(out, total->alias);
	placed->name = write_text(out, total->name);
	placed->source = write_text(out, total->source != NULL ? total->source : def->source);
	placed->mark = (uint8_t) weaker_mark(def->mark, total->mark);
	if (total->statistic == STANDARDISED_SUM)
		placed->weights = reserve(out, sizeof(plan_weight) * (size_t) total->n_members);
}

/* Lays out everything that does not depend on arithmetic. */
static size_t
lay_out(const instrument_definition *def, const item_names *names, const derived_sources *sources,
		scoring_plan *plan)
{
	writer		out = {(char *) plan, 0};
	scoring_plan head = {0};
	int			n_members = 0;

	head.n_items = (uint16_t) names->n;
	head.n_derived = (uint16_t) sources->n;
	head.n_scales = (uint16_t) (def->n_scales + def->n_totals);
	head.n_totals = (uint16_t) def->n_totals;
	head.n_missing_codes = (uint32_t) def->n_missing_codes;
	head.n_conditions = (uint32_t) count_conditions(def, names);
	for (int i = 0; i < def->n_scales; i++)
		n_members += count_items(names, &def->scales[i]);
	for (int i = 0; i < def->n_totals; i++)
		n_members += def->totals[i].n_members;

	reserve(&out, sizeof(scoring_plan));
	head.items = reserve(&out, sizeof(plan_item) * (size_t) head.n_items);
	head.by_name = reserve(&out, sizeof(uint16_t) * (size_t) head.n_items);
	head.derived = reserve(&out, sizeof(plan_derived) * (size_t) head.n_derived);
	head.scales = reserve(&out, sizeof(plan_scale) * head.n_scales);
	head.members = reserve(&out, sizeof(plan_member) * (size_t) n_members);
	head.missing_codes = reserve(&out, sizeof(int32_t) * head.n_missing_codes);
	head.conditions = reserve(&out, sizeof(plan_condition) * head.n_conditions);
	head.code = write_text(&out, def->code);
	for (int i = 0; i < names->n; i++)
	{
		uint32_t	name = write_text(&out, names->name[i]);
		const item_group *group = &def->groups[names->group[i]];

		if (plan != NULL)
			((plan_item *) (out.base + head.items))[i] =
				(plan_item){group->lowest, group->highest, name, (uint32_t) group->kind};
	}
	lay_out_derived(&out, sources,
					plan == NULL ? NULL : (plan_derived *) (out.base + head.derived));
	for (int i = 0; i < head.n_scales; i++)
	{
		plan_scale	placed = {0};

		if (i < def->n_scales)
			lay_out_scale(&out, def, names, &def->scales[i], &placed);
		else
			lay_out_total(&out, def, &def->totals[i - def->n_scales], &placed);
		if (plan != NULL)
			((plan_scale *) (out.base + head.scales))[i] = placed;
	}
	head.size = (uint32_t) out.used;
	if (plan != NULL)
	{
		*plan = head;
		sort_by_name(names, (uint16_t *) (out.base + head.by_name));
		for (int i = 0; i < def->n_missing_codes; i++)
			((int32_t *) (out.base + head.missing_codes))[i] = def->missing_codes[i];
		fill_conditions(def, names, (plan_condition *) (out.base + head.conditions));
	}
	return out.used;
}

size_t
scoring_plan_size(const instrument_definition *definition, status *st)
{
	item_names	names;
	derived_sources sources;

	if (!instrument_check(definition, st) || !item_names_fill(definition, &names, st) ||
		!collect_derived(definition, &names, &sources, st))
		return 0;
	return lay_out(definition, &names, &sources, NULL);
}

bool
scoring_plan_build(const instrument_definition *definition, scoring_plan *plan, status *st)
{
	static uint64_t next_serial = 1;
	plan_scale *scales;
	plan_member *members;
	plan_derived *derived;
	int			next_member = 0;
	item_names	names;
	derived_sources sources;

	if (!item_names_fill(definition, &names, st) ||
		!collect_derived(definition, &names, &sources, st))
		return false;
	memset(plan, 0, lay_out(definition, &names, &sources, NULL));
	lay_out(definition, &names, &sources, plan);
	plan->serial = next_serial++;
	derived = (plan_derived *) ((char *) plan + plan->derived);
	scales = (plan_scale *) ((char *) plan + plan->scales);
	members = (plan_member *) ((char *) plan + plan->members);

	for (int i = 0; i < sources.n; i++)
		fill_derived(plan, &sources.at[i], &names, &derived[i]);
	for (int i = 0; i < plan->n_scales; i++)
	{
		plan_scale *scale = &scales[i];

		scale->first_member = (uint16_t) next_member;
		if (i < definition->n_scales
				? !fill_scale(plan, definition, &names, &sources, &definition->scales[i], scale,
							  members + next_member, st)
				: !fill_total(plan, definition, &definition->totals[i - definition->n_scales],
							  scale, members + next_member, scales, st))
			return false;
		next_member += scale->n_members;
	}
	return fill_factors(definition, plan, scales, st);
}

int
scoring_plan_find(const scoring_plan *plan, const char *code, size_t length)
{
	const plan_scale *scales = plan_scales(plan);

	for (int i = 0; i < plan->n_scales; i++)
		if (plan_text_is(plan, scales[i].code, code, length) ||
			plan_text_is(plan, scales[i].alias, code, length))
			return i;
	return -1;
}

const scoring_plan *
builtin_plan(int index, status *st)
{
	static const scoring_plan **plans = NULL;
	size_t		size;
	scoring_plan *plan;

	if (plans == NULL)
		plans = calloc((size_t) instrument_count(), sizeof(*plans));
	if (plans != NULL && plans[index] != NULL)
		return plans[index];

	size = scoring_plan_size(instrument_at(index), st);
	if (size == 0)
		return NULL;
	plan = plans == NULL ? NULL : malloc(size);
	if (plan == NULL)
	{
		status_fail(st, FAULT_LIMIT_EXCEEDED, "out of memory");
		return NULL;
	}
	if (!scoring_plan_build(instrument_at(index), plan, st))
	{
		free(plan);
		return NULL;
	}
	plans[index] = plan;
	return plan;
}
