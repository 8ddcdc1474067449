/* exchange_goals_pg.c: fhir_goals(), and the measures that have a code. */
#include "prescription/fhir_pg.h"

#include "prescription/describe.h"
#include "prescription/exchange.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(exonc_fhir_goals);
PG_FUNCTION_INFO_V1(exonc_fhir_measures);

static const char *const goal_status_labels[] = {"proposed", "planned", "accepted", "active", "on-hold",
												 "completed", "cancelled", "entered-in-error", "rejected"};
static const char *const mark_labels[] = EVIDENCE_MARK_LABELS;

/* "Aerobic exercise: at least 5 days a week, minutes a week not reported. Weeks 1 to 12: ..." */
static char *
goal_words(const exercise_goal *goal, arena *memory)
{
	text_sink	out;

	sink_init(&out, memory);
	sink_text(&out, modality_in_words(goal->modality));
	out.data[0] = pg_ascii_toupper((unsigned char) out.data[0]);
	for (int i = 0; i < goal->n_targets; i++)
	{
		const goal_target *t = &goal->targets[i];

		sink_text(&out, i == 0 ? ": " : ", ");
		if (t->reported)
		{
			sink_text(&out, "at least ");
			print_number(&out, t->least);
			sink_char(&out, ' ');
		}
		sink_text(&out, goal_measure_words(t->measure));
		if (!t->reported)
			sink_text(&out, " not reported");
	}
	sink_text(&out, ". Prescribed: ");
	describe_prescription(&goal->holding, &out);
	return out.data;
}

static void
put_measure(json_writer *w, const exercise_goal *goal, const goal_target *t)
{
	put_key(w, "measure");
	begin_object(w);
	if (t->code != NULL)
	{
		fhir_put_coding(w, LOINC, t->code->loinc, NULL);
		put_label(w, "text", t->code->meaning);
	}
	else
		put_label(w, "text", psprintf("%s of %s", goal_measure_words(t->measure), modality_in_words(goal->modality)));
	end_object(w);
}

static void
put_target(json_writer *w, const exercise_goal *goal, const goal_target *t, day_number due)
{
	const char *unit = goal_measure_unit(t->measure);

	begin_object(w);
	put_measure(w, goal, t);
	put_key(w, "detailQuantity");
	begin_object(w);
	if (t->reported)
		put_named_number(w, "value", t->least);
	else
	{
		put_key(w, "_value");
		begin_object(w);
		begin_array(w, "extension");
		begin_object(w);
		put_label(w, "url", FHIR "data-absent-reason");
		put_label(w, "valueCode", "unknown");
		end_object(w);
		end_array(w);
		end_object(w);
	}
	put_label(w, "unit", goal_measure_words(t->measure));
	put_label(w, "system", UCUM);
	put_label(w, "code", unit);
	end_object(w);
	if (due != NO_DAY)
		fhir_put_date(w, "dueDate", due, "the last day of a goal");
	end_object(w);
}

static Datum
goal_resource(const exercise_goal *goal, Jsonb *subject, const char *status, day_number start_on, arena *memory)
{
	const char *words = goal_words(goal, memory);
	json_writer w = NULL;
	day_number	due = NO_DAY;

	fhir_begin_resource(&w, "Goal", GUIDE "StructureDefinition/pa-goal", words);
	put_label(&w, "lifecycleStatus", status);
	put_key(&w, "description");
	begin_object(&w);
	put_label(&w, "text", words);
	end_object(&w);
	fhir_put_fragment(&w, "subject", &subject->root);
	if (start_on != NO_DAY && goal->first_week > 0)
	{
		fhir_put_date(&w, "startDate", fhir_first_day(start_on, goal->first_week), "the first day of a goal");
		if (goal->last_week > 0)
			due = fhir_first_day(start_on, goal->last_week + 1) - 1;
	}
	if (goal->n_targets > 0)
	{
		begin_array(&w, "target");
		for (int i = 0; i < goal->n_targets; i++)
			put_target(&w, goal, &goal->targets[i], due);
		end_array(&w);
	}
	return JsonbPGetDatum(JsonbValueToJsonb(end_object(&w)));
}

/* fhir_goals(prescription, subject, start_on, status): one row a run of weeks and modality */
Datum
exonc_fhir_goals(PG_FUNCTION_ARGS)
{
	enum
	{
		GOAL,
		WEEK_RANGE,
		MODALITY,
		RESOURCE,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	exercise_goal *goals;
	enum_map	modalities;
	Jsonb	   *subject;
	day_number	start_on;
	const char *goal_status;
	status		st;
	int			n = 0;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	subject = fhir_get_reference(fcinfo, 1, "subject");
	start_on = fhir_get_date(fcinfo, 2, "start_on");
	if (PG_ARGISNULL(3))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("status is needed")));
	goal_status = goal_status_labels[PG_GETARG_ENUM_CODE(3, goal_status_labels)];
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(0), &rx, &memory.arena);
	if (!find_goals(&rx, &goals, &memory.arena, &st))
		exonc_raise(&st);
	for (const exercise_goal *g = goals; g != NULL; g = g->next)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[GOAL] = Int32GetDatum(++n);
		values[WEEK_RANGE] = fhir_weeks(g->first_week, g->last_week, &nulls[WEEK_RANGE]);
		values[MODALITY] = ObjectIdGetDatum(enum_map_oid(&modalities, g->modality));
		values[RESOURCE] = goal_resource(g, subject, goal_status, start_on, &memory.arena);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* fhir_measures(): one row a code of the guide */
Datum
exonc_fhir_measures(PG_FUNCTION_ARGS)
{
	enum
	{
		MEASURE,
		MODALITY,
		MODERATE_OR_MORE,
		CODE,
		UNIT,
		MEANING,
		SOURCE,
		MARK,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	enum_map	modalities;
	enum_map	marks;
	int			n;
	const measure_code *rows = measure_codes(&n);

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	ENUM_MAP_FILL_COLUMN(modalities, rsinfo->setDesc, MODALITY, exercise_modality_labels);
	ENUM_MAP_FILL_COLUMN(marks, rsinfo->setDesc, MARK, mark_labels);
	for (int i = 0; i < n; i++)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[MEASURE] = CStringGetTextDatum(goal_measure_words(rows[i].measure));
		nulls[MODALITY] = rows[i].modality == UNKNOWN;
		values[MODALITY] = nulls[MODALITY] ? (Datum) 0 : ObjectIdGetDatum(enum_map_oid(&modalities, rows[i].modality));
		values[MODERATE_OR_MORE] = BoolGetDatum(rows[i].vigorous);
		values[CODE] = CStringGetTextDatum(rows[i].loinc);
		values[UNIT] = CStringGetTextDatum(goal_measure_unit(rows[i].measure));
		values[MEANING] = CStringGetTextDatum(rows[i].meaning);
		values[SOURCE] = CStringGetTextDatum(rows[i].source);
		values[MARK] = ObjectIdGetDatum(enum_map_oid(&marks, rows[i].mark));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
