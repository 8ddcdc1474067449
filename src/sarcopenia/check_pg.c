/* check_pg.c: check_measurements(), the problems of a person's measurements as rows. */
#include "sarcopenia/sarcopenia_pg.h"

#include "sarcopenia/check.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_check_measurements);

static Datum
text_or_nothing(const char *text, bool *isnull)
{
	return text_or_null(text[0] != '\0' ? text : NULL, isnull);
}

/* check_measurements(definition, ...): one row a problem */
Datum
exonc_check_measurements(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASUREMENT,
		VALUE,
		PROBLEM,
		DETAIL,
		HINT,
		REFUSED,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_site  *site;
	const sarcopenia_definition *definition = NULL;
	problem		problems[MAX_PROBLEMS];
	person		p;
	int			n;

	InitMaterializedSRF(fcinfo, 0);
	site = get_call_site(fcinfo, AFTER_DEFINITION, InvalidOid);
	if (!PG_ARGISNULL(ARG_DEFINITION))
		definition =
			definition_at(enum_map_code(&site->definitions, PG_GETARG_OID(ARG_DEFINITION)));
	read_person(fcinfo, site, &p);
	n = check_person(&p, definition, problems);
	for (int i = 0; i < n; i++)
	{
		const problem *found = &problems[i];
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[MEASUREMENT] = CStringGetTextDatum(found->measurement);
		values[VALUE] = Float8GetDatum(found->value);
		nulls[VALUE] = !found->has_value;
		values[PROBLEM] = CStringGetTextDatum(found->st.message);
		values[DETAIL] = text_or_nothing(found->st.detail, &nulls[DETAIL]);
		values[HINT] = text_or_nothing(found->st.hint, &nulls[HINT]);
		values[REFUSED] = BoolGetDatum(found->refused);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
