/* classified.h: a person under a definition, for the tests. Include after cmocka.h. */
#include "sarcopenia/classification.h"

#include "person.h"

#define OPEN UNKNOWN /* the measurements leave the class open */

static const classification_options usual = {MASS_ANY, STRENGTH_ANY, false};

static inline classification
result_of(definition_code code, person p, classification_options options)
{
	classification result;
	status		st;

	assert_true(prepare_person(&p, &st));
	assert_true(check_options(definition_at(code), &options, &st));
	classify(tables_of(code), &p, &options, &result);
	return result;
}

static inline class_range
range_of(definition_code code, person p, classification_options options)
{
	return result_of(code, p, options).range;
}

static inline int
class_under(definition_code code, person p)
{
	classification result = result_of(code, p, usual);

	return established_class(&result);
}
