/* exchange_losses_pg.c: fhir_losses(), what of a prescription is in words only. */
#include "prescription/prescription_pg.h"

#include "prescription/exchange.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_fhir_losses);

static const char *const clause_labels[] = CLAUSE_LABELS;

/* Where a row stands, and where it goes. */
typedef struct loss_place
{
	ReturnSetInfo *rsinfo;
	arena	   *memory;
	int			numbers[4]; /* block, part, alternative, component; 0: none */
} loss_place;

static void
put_loss(const loss_place *at, const char *clause, const char *prescribed, const char *loss)
{
	Datum		values[7];
	bool		nulls[7] = {false};

	if (loss == NULL)
		return;
	for (int i = 0; i < 4; i++)
	{
		nulls[i] = at->numbers[i] == 0;
		values[i] = Int32GetDatum(at->numbers[i]);
	}
	values[4] = CStringGetTextDatum(clause);
	values[5] = CStringGetTextDatum(prescribed);
	values[6] = CStringGetTextDatum(loss);
	tuplestore_putvalues(at->rsinfo->setResult, at->rsinfo->setDesc, values, nulls);
}

static void
put_clause_losses(const loss_place *at, const unit *u, const component *c)
{
	const clauses *own = c == NULL ? &u->shared : &c->clauses;

	for (int name = 0; name < N_CLAUSES; name++)
		if (has_clause(own, name))
		{
			text_sink	text;

			sink_init(&text, at->memory);
			print_clause(&text, own, name);
			put_loss(at, clause_labels[name], text.data, loss_of_clause(u, c, name));
		}
}

static void
put_component_losses(const loss_place *at, const unit *u, const component *c)
{
	put_loss(at, "modality", exercise_modality_labels[c->modality], loss_of_modality(c));
	if (c->modes != NULL)
	{
		text_sink	text;

		sink_init(&text, at->memory);
		for (const mode *m = c->modes; m != NULL; m = m->next)
		{
			if (m != c->modes)
				sink_char(&text, '|');
			sink_bytes(&text, m->name.at, m->name.length);
		}
		put_loss(at, "modes", text.data, LOSS_OF_MODES);
	}
	put_clause_losses(at, u, c);
}

static void
put_unit_losses(loss_place *at, const unit *u)
{
	at->numbers[3] = 0;
	if (u->is_session)
	{
		put_loss(at, "session", "ses", LOSS_OF_SESSION);
		put_clause_losses(at, u, NULL);
	}
	for (const component *c = u->components; c != NULL; c = c->next)
	{
		at->numbers[3]++;
		put_component_losses(at, u, c);
	}
}

static void
put_block_losses(loss_place *at, const block *b)
{
	block		head = *b;
	text_sink	text;

	at->numbers[1] = at->numbers[2] = at->numbers[3] = 0;
	head.parts = NULL;
	head.condition.at = NULL;
	sink_init(&text, at->memory);
	print_block(&text, &head);
	put_loss(at, b->selector == CYCLE_DAYS ? "cycle_days" : "weeks", text.length >= 2 ? pnstrdup(text.data, text.length - 2) : "", loss_of_block(b));
	if (b->condition.at != NULL)
		put_loss(at, "while", pnstrdup(b->condition.at, b->condition.length), LOSS_OF_CONDITION);
	for (const part *p = b->parts; p != NULL; p = p->next)
	{
		at->numbers[1]++;
		at->numbers[2] = at->numbers[3] = 0;
		if (p->alternatives->next != NULL)
			put_loss(at, "alternatives", "or", LOSS_OF_ALTERNATIVES);
		for (const unit *u = p->alternatives; u != NULL; u = u->next)
		{
			at->numbers[2]++;
			put_unit_losses(at, u);
		}
	}
}

/* fhir_losses(prescription): one row a clause that does not arrive in coded form */
Datum
exonc_fhir_losses(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	loss_place	at = {.rsinfo = (ReturnSetInfo *) fcinfo->resultinfo, .memory = &memory.arena};

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
	{
		at.numbers[0]++;
		put_block_losses(&at, b);
	}
	return (Datum) 0;
}
