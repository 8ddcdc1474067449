/* settings_pg.c: the settings of a prescription as SQL values. */
#include "prescription/prescription_pg.h"

#include "utils/array.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_delivery_settings);

static void
collect(const clauses *c, bool *named)
{
	for (int i = 0; i < c->n_settings; i++)
		named[c->settings[i]] = true;
}

/* delivery_settings(prescription) returns delivery_setting[] */
Datum
exonc_delivery_settings(PG_FUNCTION_ARGS)
{
	call_memory memory;
	prescription rx;
	bool		named[N_SETTINGS] = {false};
	Datum		values[N_SETTINGS];
	int			n = 0;
	enum_map	map;
	Oid			type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));

	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
		for (const part *p = b->parts; p != NULL; p = p->next)
			for (const unit *u = p->alternatives; u != NULL; u = u->next)
			{
				collect(&u->shared, named);
				for (const component *c = u->components; c != NULL; c = c->next)
					collect(&c->clauses, named);
			}
	ENUM_MAP_FILL(map, type, setting_labels);
	for (int s = 0; s < N_SETTINGS; s++)
		if (named[s])
			values[n++] = ObjectIdGetDatum(enum_map_oid(&map, s));
	PG_RETURN_ARRAYTYPE_P(construct_array(values, n, type, sizeof(Oid), true, TYPALIGN_INT));
}
