/*
 * status: how the plain C rules say that something is wrong.
 *
 * A rule never raises an error. It fills a status and returns false; the glue
 * (exonc_raise in exonc.c) turns the status into a PostgreSQL error at one
 * site. So a rule can be tested, fuzzed and read without a server.
 */
#ifndef EXONC_STATUS_H
#define EXONC_STATUS_H

#include <stdbool.h>

typedef enum fault_code
{
	FAULT_NONE = 0,
	FAULT_OUT_OF_RANGE,	  /* 22003 numeric_value_out_of_range */
	FAULT_INVALID_PARAMETER, /* 22023 invalid_parameter_value */
	FAULT_INVALID_TEXT,		  /* 22P02 invalid_text_representation */
	FAULT_LIMIT_EXCEEDED	  /* 54000 program_limit_exceeded */
} fault_code;

typedef struct status
{
	fault_code code;
	char		message[192]; /* lower case, no final period */
	char		detail[192];  /* a sentence, or empty */
	char		hint[192];	  /* a sentence, or empty */
} status;

/* Records a failure; always returns false, so that a rule can end with it. */
extern bool status_fail(status *st, fault_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
extern void status_detail(status *st, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
extern void status_hint(status *st, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
