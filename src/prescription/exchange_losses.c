/* exchange_losses: what of a prescription has no place in the guide; see exchange.h. */
#include "prescription/exchange.h"

#include <math.h>

const char *
loss_of_block(const block *b)
{
	if (b->selector == CYCLE_DAYS)
		return "no place: the period is that of the whole prescription, and goals of what it holds have no numbers";
	if (b->selector == WEEKS && b->range.kind == NOT_REPORTED)
		return "not reported: no period, and goals without a value";
	return NULL;
}

const char *
loss_of_modality(const component *c)
{
	if (c->modality == AEROBIC || c->modality == RESISTANCE)
		return NULL;
	return "no code of the guide: goals name it in words";
}

static const char *
loss_of_quantity(const quantity *q)
{
	switch (q->kind)
	{
		case NOT_REPORTED:
			return "not reported: the value of the goal is unknown";
		case SPAN:
			return "only the least is the goal";
		case RAMP:
			return "only the number of the last week is the goal, the least if there is no last week";
		default:
			return NULL;
	}
}

static const char *
loss_of_frequency(const clauses *c)
{
	if (c->split != NULL)
		return "the number is the goal; no place for who supervises which session";
	if (c->frequency.kind != NOT_REPORTED && fmax(c->frequency.low, c->frequency.high) * (c->frequency_per == PER_DAY ? DAYS_A_WEEK : 1) > DAYS_A_WEEK)
		return "no place: more sessions than days";
	return loss_of_quantity(&c->frequency);
}

static const char *
loss_of_volume(const clauses *c)
{
	if (c->volume_unit == VOLUME_MET_MINUTES || c->volume_unit == VOLUME_MET_HOURS)
		return "no measure of METs";
	return loss_of_quantity(&c->volume);
}

static const char *
loss_of_intensity(const clauses *c, bool may_be_aerobic)
{
	if (!may_be_aerobic)
		return "no place";
	for (const target *t = c->targets; t != NULL; t = t->next)
		if (t->kind == TARGET_NOT_REPORTED || (t->kind == TARGET_UNIT && t->value.kind == NOT_REPORTED))
			return "not reported: aerobic goals have no code";
	return "no place; aerobic goals have a code only if it is moderate or more";
}

const char *
loss_of_clause(const unit *u, const component *c, clause_name name)
{
	const clauses *own = c == NULL ? &u->shared : &c->clauses;

	switch (name)
	{
		case CLAUSE_FREQUENCY:
			return loss_of_frequency(own);
		case CLAUSE_TIME:
			if (c == NULL && u->components->next != NULL)
				return "no goal: the minutes are shared by the components";
			if (loss_of_quantity(&own->time) == NULL && c != NULL && c->modality != AEROBIC)
				return "no code of the guide: goals name it in words";
			return loss_of_quantity(&own->time);
		case CLAUSE_VOLUME:
			return loss_of_volume(own);
		case CLAUSE_INTENSITY:
			return loss_of_intensity(own, c == NULL || c->modality == AEROBIC);
		case CLAUSE_INTERVALS:
			return "only their minutes count";
		case CLAUSE_PROGRESSION:
			return "no place; goals are those of the last week";
		case CLAUSE_SUPERVISION:
		case CLAUSE_SETTING:
		case CLAUSE_NOTE:
		case CLAUSE_SETS:
		case CLAUSE_ALTERNATION:
		case CLAUSE_EXERCISES:
		case CLAUSE_REST:
		case CLAUSE_WARM_UP:
		case CLAUSE_COOL_DOWN:
		case N_CLAUSES:
			break;
	}
	return "no place";
}
