/*
 * policy: the choices that published adherence figures differ by. They are
 * part of every summary, so that figures made under different ones cannot be
 * merged by mistake.
 */
#ifndef EXONC_POLICY_H
#define EXONC_POLICY_H

#include "common/fields.h"
#include "common/status.h"

#include <stdint.h>

/* What became of a planned session. */
typedef enum session_status
{
	ATTENDED,
	MISSED,
	EXCUSED,	/* a break by protocol or approved */
	UNLOGGED,	/* due, but nothing was logged */
	AFTER_EXIT, /* planned after death or withdrawal */
	NOT_DUE,	/* lies in the future of the data */
	N_STATUSES
} session_status;

#define SESSION_STATUS_LABELS \
	{"attended", "missed", "excused", "unlogged", "after_exit", "not_due"}

/* Excused breaks. Nilsen 2018 counts them: vacation is a reason of interruptions there. */
typedef enum break_policy
{
	BREAKS_EXCLUDED,
	BREAKS_COUNTED
} break_policy;

/* Due sessions without a log. */
typedef enum unlogged_policy
{
	UNLOGGED_MISSED,
	UNLOGGED_EXCLUDED,
	UNLOGGED_UNKNOWN
} unlogged_policy;

/* Sessions after death or withdrawal. Phys-Can and Nilsen 2018 count them as missed. */
typedef enum exit_policy
{
	EXIT_COUNTED,
	EXIT_EXCLUDED
} exit_policy;

/* What more than the planned dose is worth. */
typedef enum dose_cap
{
	CAP_NONE,
	CAP_SESSION, /* no session counts more than its planned dose */
	CAP_TOTAL,	 /* the ratio of the sums is at most 1 */
	N_CAPS
} dose_cap;

#define BREAK_POLICY_LABELS	   {"exclude", "count"}
#define UNLOGGED_POLICY_LABELS {"missed", "exclude", "unknown"}
#define EXIT_POLICY_LABELS	   {"count", "exclude"}
#define DOSE_CAP_LABELS		   {"none", "session", "total"}

typedef enum policy_choice
{
	CHOICE_BREAKS,
	CHOICE_UNLOGGED,
	CHOICE_AFTER_EXIT,
	CHOICE_CAP,
	CHOICE_RUN_SESSIONS,  /* so many consecutive misses are an interruption */
	CHOICE_TAIL_SESSIONS, /* so many misses at the end can be a discontinuation */
	N_CHOICES
} policy_choice;

typedef struct adherence_policy
{
	int			choice[N_CHOICES];
} adherence_policy;

/* The policy in one number, and back. False if no policy has that number. */
extern int64_t policy_pack(const adherence_policy *policy);
extern bool policy_unpack(int64_t packed, adherence_policy *policy);

/* The defaults, packed. */
extern int64_t policy_default(void);

/* Longest text of a policy and the terminator. */
#define POLICY_TEXT 160

extern void policy_print(const adherence_policy *policy, char *buffer);
extern bool policy_parse(const char *text, adherence_policy *policy, status *st);

/* For types whose text holds a policy among other fields. */
extern const char *policy_choice_name(policy_choice choice);
extern int	policy_choice_by_name(const char *name, int length);
extern bool policy_set(adherence_policy *policy, policy_choice choice, const char *value, int length,
					   status *st);
extern void policy_value(const adherence_policy *policy, policy_choice choice, char *buffer);
extern bool policy_choice_is_number(policy_choice choice);

/* Refuses a number out of its range. */
extern bool policy_check(const adherence_policy *policy, status *st);

/* Refuses to merge what was made under different policies, and names them. */
extern bool policy_refuse_different(int64_t a, int64_t b, status *st);

static inline bool
policy_check_same(int64_t a, int64_t b, status *st)
{
	return a == b || policy_refuse_different(a, b, st);
}

/* What a policy makes of a status. */
typedef enum disposition
{
	COUNTS_ATTENDED,
	COUNTS_MISSED,
	NOT_COUNTED,
	COUNTS_UNKNOWN, /* whether it was done is unknown, and so are the figures */
	N_DISPOSITIONS
} disposition;

/* The disposition of each status, looked up once for many sessions. */
typedef struct dispositions
{
	uint8_t		of[N_STATUSES + 1]; /* the last: status not given */
} dispositions;

extern dispositions policy_dispositions(int64_t packed);

#endif
