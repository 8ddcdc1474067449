/* programmes_pg.c: protocols() and guidelines(). */
#include "prescription/prescription_pg.h"

#include "prescription/programmes.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_protocols);
PG_FUNCTION_INFO_V1(exonc_guidelines);

static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

/* protocols(): one row a programme or arm */
Datum
exonc_protocols(PG_FUNCTION_ARGS)
{
	enum
	{
		CODE,
		NAME,
		PRESCRIBED,
		NOTE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;
	int			n;
	const programme *rows = programmes(&n);

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[CODE] = CStringGetTextDatum(rows[i].code);
		values[NAME] = CStringGetTextDatum(rows[i].name);
		values[PRESCRIBED] = PointerGetDatum(prescription_from_text(rows[i].text, strlen(rows[i].text), NULL));
		values[NOTE] = text_or_null(rows[i].note, &nulls[NOTE]);
		values[SOURCE] = CStringGetTextDatum(rows[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* guidelines(): one row a body, outcome and option */
Datum
exonc_guidelines(PG_FUNCTION_ARGS)
{
	enum
	{
		BODY,
		OUTCOME,
		OPTION,
		EVIDENCE,
		PRESCRIBED,
		NOTE,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	marks;
	int			n;
	const guideline *rows = guidelines(&n);

	InitMaterializedSRF(fcinfo, 0);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[BODY] = CStringGetTextDatum(rows[i].body);
		values[OUTCOME] = CStringGetTextDatum(rows[i].outcome);
		values[OPTION] = CStringGetTextDatum(rows[i].option);
		values[EVIDENCE] = text_or_null(rows[i].evidence, &nulls[EVIDENCE]);
		nulls[PRESCRIBED] = rows[i].text == NULL;
		if (!nulls[PRESCRIBED])
			values[PRESCRIBED] = PointerGetDatum(prescription_from_text(rows[i].text, strlen(rows[i].text), NULL));
		values[NOTE] = text_or_null(rows[i].note, &nulls[NOTE]);
		values[SOURCE] = CStringGetTextDatum(rows[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
