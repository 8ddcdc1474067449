/* exchange_pg.c: fhir_service_requests(), an order for each block of a prescription. */
#include "prescription/fhir_pg.h"

#include "prescription/describe.h"

#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(exonc_fhir_service_requests);

static const char *const request_status_labels[] = {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error"};
static const char *const request_intent_labels[] = {"original-order", "order", "filler-order"};

/* In SNOMED CT. */
#define EXERCISE_THERAPY "229065009"

enum
{
	ARG_PRESCRIPTION,
	ARG_SUBJECT,
	ARG_REQUESTER,
	ARG_REASON,
	ARG_AUTHORED_ON,
	ARG_START_ON,
	ARG_PERFORMER,
	ARG_GOALS,
	ARG_STATUS,
	ARG_INTENT
};

/* What all requests of a call have in common. */
typedef struct request_frame
{
	Jsonb	   *subject;
	Jsonb	   *requester;
	Jsonb	   *reason;
	Jsonb	   *performer;
	Jsonb	   *goals; /* may be NULL */
	day_number	authored_on;
	day_number	start_on; /* NO_DAY: not given */
	const char *status;
	const char *intent;
} request_frame;

static void
put_goal_reference(json_writer *w, JsonbContainer *reference)
{
	begin_object(w);
	put_label(w, "url", FHIR "resource-pertainsToGoal");
	fhir_put_fragment(w, "valueReference", reference);
	end_object(w);
}

static void
put_goal_references(json_writer *w, Jsonb *goals)
{
	begin_array(w, "extension");
	if (JB_ROOT_IS_OBJECT(goals))
		put_goal_reference(w, &goals->root);
	else
		for (int i = 0; i < (int) JB_ROOT_COUNT(goals); i++)
			put_goal_reference(w, getIthJsonbValueFromContainer(&goals->root, i)->val.binary.data);
	end_array(w);
}

/* A Reference, or an array of them; NULL if there is none. */
static Jsonb *
get_goal_references(FunctionCallInfo fcinfo)
{
	Jsonb	   *goals;

	if (PG_ARGISNULL(ARG_GOALS))
		return NULL;
	goals = PG_GETARG_JSONB_P(ARG_GOALS);
	if (JB_ROOT_IS_OBJECT(goals))
		return fhir_get_reference(fcinfo, ARG_GOALS, "goals");
	fhir_check_no_null(goals, "goals");
	if (JB_ROOT_IS_SCALAR(goals))
		fhir_refuse("goals", "a FHIR Reference or an array of them");
	for (int i = 0; i < (int) JB_ROOT_COUNT(goals); i++)
	{
		JsonbValue *one = getIthJsonbValueFromContainer(&goals->root, i);

		if (one->type != jbvBinary || !JsonContainerIsObject(one->val.binary.data) || !fhir_is_reference(one->val.binary.data))
			fhir_refuse("goals", "a FHIR Reference or an array of them");
	}
	return JB_ROOT_COUNT(goals) == 0 ? NULL : goals;
}

static void
read_request_frame(FunctionCallInfo fcinfo, request_frame *frame)
{
	Oid		   *types;
	int			n_types;
	enum_map	statuses;
	enum_map	intents;

	frame->subject = fhir_get_reference(fcinfo, ARG_SUBJECT, "subject");
	frame->requester = fhir_get_reference(fcinfo, ARG_REQUESTER, "requester");
	frame->reason = fhir_get_fragment(fcinfo, ARG_REASON, "reason");
	if (!JB_ROOT_IS_OBJECT(frame->reason) ||
		!(fhir_is_reference(&frame->reason->root) || fhir_has_member(&frame->reason->root, "coding") || fhir_has_member(&frame->reason->root, "text")))
		fhir_refuse("reason", "a FHIR Reference or a CodeableConcept, such as {\"text\": \"breast cancer\"}");
	frame->performer = PG_ARGISNULL(ARG_PERFORMER) ? frame->subject : fhir_get_reference(fcinfo, ARG_PERFORMER, "performer");
	frame->goals = get_goal_references(fcinfo);
	frame->authored_on = fhir_get_date(fcinfo, ARG_AUTHORED_ON, "authored_on");
	if (frame->authored_on == NO_DAY)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("authored_on is needed"),
				 errdetail("The profile requires it.")));
	frame->start_on = fhir_get_date(fcinfo, ARG_START_ON, "start_on");
	get_func_signature(fcinfo->flinfo->fn_oid, &types, &n_types);
	ENUM_MAP_FILL(statuses, types[ARG_STATUS], request_status_labels);
	ENUM_MAP_FILL(intents, types[ARG_INTENT], request_intent_labels);
	if (PG_ARGISNULL(ARG_STATUS) || PG_ARGISNULL(ARG_INTENT))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("status and intent are needed"),
				 errdetail("The profile requires them.")));
	frame->status = request_status_labels[enum_map_code(&statuses, PG_GETARG_OID(ARG_STATUS))];
	frame->intent = request_intent_labels[enum_map_code(&intents, PG_GETARG_OID(ARG_INTENT))];
}

static Datum
request_resource(const request_frame *frame, const block *b, arena *memory)
{
	bool		in_weeks = b->selector == WEEKS && b->range.kind != NOT_REPORTED;
	block		alone = *b;
	prescription rx = {&alone};
	json_writer w = NULL;
	text_sink	words;
	text_sink	text;

	alone.next = NULL;
	sink_init(&words, memory);
	describe_prescription(&rx, &words);
	sink_init(&text, memory);
	prescription_print(&rx, &text);

	fhir_begin_resource(&w, "ServiceRequest", GUIDE "StructureDefinition/pa-servicerequest", words.data);
	if (frame->goals != NULL)
		put_goal_references(&w, frame->goals);
	put_label(&w, "status", frame->status);
	put_label(&w, "intent", frame->intent);
	put_key(&w, "code");
	begin_object(&w);
	fhir_put_coding(&w, SNOMED_CT, EXERCISE_THERAPY, "Exercise therapy");
	end_object(&w);
	begin_array(&w, "orderDetail");
	begin_object(&w);
	put_label(&w, "text", text.data);
	end_object(&w);
	end_array(&w);
	fhir_put_fragment(&w, "subject", &frame->subject->root);
	if (frame->start_on != NO_DAY && (in_weeks || b->selector != WEEKS))
	{
		put_key(&w, "occurrencePeriod");
		begin_object(&w);
		fhir_put_date(&w, "start", fhir_first_day(frame->start_on, in_weeks ? (int) b->range.low : 1), "the first day of a block");
		if (in_weeks)
			fhir_put_date(&w, "end", fhir_first_day(frame->start_on, (int) b->range.high + 1) - 1, "the last day of a block");
		end_object(&w);
	}
	fhir_put_date(&w, "authoredOn", frame->authored_on, "authored_on");
	fhir_put_fragment(&w, "requester", &frame->requester->root);
	begin_array(&w, "performer");
	fhir_put_fragment(&w, NULL, &frame->performer->root);
	end_array(&w);
	begin_array(&w, fhir_is_reference(&frame->reason->root) ? "reasonReference" : "reasonCode");
	fhir_put_fragment(&w, NULL, &frame->reason->root);
	end_array(&w);
	put_label(&w, "patientInstruction", words.data);
	return JsonbPGetDatum(JsonbValueToJsonb(end_object(&w)));
}

/* fhir_service_requests(prescription, ...): one row a block */
Datum
exonc_fhir_service_requests(PG_FUNCTION_ARGS)
{
	enum
	{
		BLOCK,
		WEEK_RANGE,
		RESOURCE,
		COLUMNS
	};
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	call_memory memory;
	prescription rx;
	request_frame frame;
	int			n = 0;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	if (PG_ARGISNULL(ARG_PRESCRIPTION))
		return (Datum) 0;
	read_request_frame(fcinfo, &frame);
	CALL_MEMORY_INIT(memory);
	prescription_read(PG_GETARG_VARLENA_PP(ARG_PRESCRIPTION), &rx, &memory.arena);
	for (const block *b = rx.blocks; b != NULL; b = b->next)
	{
		bool		in_weeks = b->selector == WEEKS && b->range.kind != NOT_REPORTED;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		values[BLOCK] = Int32GetDatum(++n);
		values[WEEK_RANGE] = fhir_weeks(in_weeks ? (int) b->range.low : 0, (int) b->range.high, &nulls[WEEK_RANGE]);
		values[RESOURCE] = request_resource(&frame, b, &memory.arena);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
