# exonc: build, install and test. `make demo` and `make check` need nothing but
# make: they install what is missing first (scripts/prerequisites).

EXTENSION  = exonc
MODULE_big = exonc

# The version is written once, in exonc.control.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" exonc.control)

# The install script is these files in this order.
SQL_MODULES = \
	src/exonc.sql \
	src/common/physical_test_set.sql \
	src/common/delivery_setting.sql \
	src/assessment/instrument.sql \
	src/assessment/scale.sql \
	src/assessment/catalogue.sql \
	src/assessment/scoring.sql \
	src/assessment/answers.sql \
	src/assessment/t_score.sql \
	src/assessment/interpretation/measure.sql \
	src/assessment/interpretation/interpretation.sql \
	src/assessment/interpretation/responder.sql \
	src/assessment/indices/g8.sql \
	src/assessment/indices/charlson.sql \
	src/assessment/indices/performance_status.sql \
	src/assessment/indices/pro_ctcae.sql \
	src/assessment/indices/eq5d.sql \
	src/assessment/indices/index_rules.sql \
	src/assessment/performance/sppb.sql \
	src/assessment/performance/six_minute_walk.sql \
	src/assessment/performance/senior_fitness.sql \
	src/assessment/performance/grip_protocol.sql \
	src/assessment/performance/timed_tests.sql \
	src/assessment/performance/oxygen_uptake.sql \
	src/assessment/performance/rules.sql \
	src/assessment/assessment_rules.sql \
	src/sarcopenia/sarcopenia.sql \
	src/adherence/adherence.sql \
	src/adherence/session_log.sql \
	src/adherence/cohort.sql \
	src/adherence/planned.sql \
	src/adherence/adherence_cohort.sql \
	src/adherence/re_aim.sql \
	src/adherence/rurality.sql \
	src/prescription/type.sql \
	src/prescription/reading.sql \
	src/prescription/schedule.sql \
	src/prescription/settings.sql \
	src/prescription/intensity.sql \
	src/prescription/restriction.sql \
	src/prescription/training_load.sql \
	src/prescription/safety.sql \
	src/prescription/condition.sql \
	src/prescription/toxicity_grade.sql \
	src/prescription/programmes.sql \
	src/prescription/exchange.sql \
	src/prescription/adaptation.sql \
	src/prescription/scaling.sql \
	src/sarcopenia/course.sql \
	src/sarcopenia/muscle.sql \
	src/sarcopenia/neighbours.sql

# Plain C, which the unit tests and fuzzers build without a server; and glue.
RULE_SOURCES := $(sort $(filter-out %_pg.c,$(wildcard src/*/*.c src/*/*/*.c)))
GLUE_SOURCES := src/exonc.c $(sort $(wildcard src/*/*_pg.c src/*/*/*_pg.c))

OBJS = $(RULE_SOURCES:.c=.o) $(GLUE_SOURCES:.c=.o)
DATA_built = $(EXTENSION)--$(EXTVERSION).sql
DATA = $(wildcard sql/update/*.sql)
DOCS = README.md

# Scores must not depend on the compiler's mood: no fused multiply-add. Nothing
# reads errno after a function of math.h, so those of one instruction are one. Of the
# warnings switched off, the first two are set off by PostgreSQL's own headers
# and the fmgr signature; the last by tables, whose rows leave out what is none.
PG_CPPFLAGS = -I$(CURDIR)/src -DEXONC_VERSION='"$(EXTVERSION)"'
PG_CFLAGS = -std=gnu17 -Wall -Wextra -Werror -Wno-unused-parameter \
	-Wno-sign-compare -Wno-declaration-after-statement -Wno-missing-field-initializers \
	-ffp-contract=off -fno-math-errno

# Our own names win over equal ones in other libraries of the backend.
SHLIB_LINK = -Wl,-Bsymbolic

EXTRA_CLEAN = build results regression.diffs regression.out

PG_CONFIG ?= pg_config

# These install what is missing and call make again for the build, so they need
# no PostgreSQL yet, and PGXS (which claims the name "check") is left out.
OWN_GOALS = check demo bench fuzz mutate reference unit-tests fuzzers
ifneq ($(filter $(OWN_GOALS),$(MAKECMDGOALS)),)

check:
	@scripts/prerequisites --test
	@scripts/check

demo:
	@scripts/prerequisites
	@scripts/install
	@EXONC_KEEP=$(if $(KEEP),1,) EXONC_KEEP_DATABASE=exonc_demo scripts/cluster run scripts/demo

bench:
	@scripts/prerequisites
	@scripts/install
	@scripts/cluster run scripts/bench

# Longer fuzzing: make fuzz SECONDS=3600, for each target, or for those of TARGETS.
SECONDS = 300
fuzz:
	@scripts/prerequisites --test
	@scripts/fuzz $(SECONDS) $(TARGETS)

# Whether the vectors notice every change of a clinical table. Takes long.
mutate:
	@scripts/prerequisites --test
	@scripts/install
	@EXONC_PG_OPTIONS="-c dynamic_library_path=$(CURDIR)/build/mutate:\\\$$libdir" \
		scripts/cluster run sh -c 'createdb exonc_mutate && scripts/mutate $(FILES)'

# docs/reference.md from the COMMENTs.
reference:
	@scripts/prerequisites
	@scripts/install
	@scripts/cluster run scripts/build-reference > docs/reference.md.tmp
	@mv docs/reference.md.tmp docs/reference.md

UNIT_TESTS = $(patsubst test/unit/%.c,build/unit/%,$(wildcard test/unit/*.c))
FUZZERS = $(patsubst test/fuzz/%.c,build/fuzz/%,$(wildcard test/fuzz/*.c))

# The plain C is built for these without PostgreSQL, with all warnings and with
# the address and undefined-behaviour sanitizers.
CLANG_CC ?= clang
PLAIN_CFLAGS = -std=gnu17 -g -O1 -Wall -Wextra -Werror -Wno-missing-field-initializers \
	-ffp-contract=off -Isrc
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all

# The rules are compiled once for all unit tests, and once for all fuzzers.
RULE_HEADERS = $(wildcard src/*/*.h src/*/*/*.h)
UNIT_RULES = $(RULE_SOURCES:src/%.c=build/unit-rules/%.o)
FUZZ_RULES = $(RULE_SOURCES:src/%.c=build/fuzz-rules/%.o)

build/unit-rules/%.o: src/%.c $(RULE_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(PLAIN_CFLAGS) $(SANITIZE) -c -o $@ $<

build/fuzz-rules/%.o: src/%.c $(RULE_HEADERS)
	@mkdir -p $(@D)
	$(CLANG_CC) $(PLAIN_CFLAGS) $(SANITIZE) -fsanitize=fuzzer-no-link -c -o $@ $<

build/unit/%: test/unit/%.c $(UNIT_RULES) $(wildcard test/unit/*.h)
	@mkdir -p $(@D)
	$(CC) $(PLAIN_CFLAGS) $(SANITIZE) -o $@ $< $(UNIT_RULES) -lcmocka -lm

build/fuzz/%: test/fuzz/%.c $(FUZZ_RULES) $(wildcard test/unit/*.h)
	@mkdir -p $(@D)
	$(CLANG_CC) $(PLAIN_CFLAGS) $(SANITIZE) -fsanitize=fuzzer -o $@ $< $(FUZZ_RULES) -lm

# Kept, so that one changed rule is compiled alone the next time.
.SECONDARY: $(UNIT_RULES) $(FUZZ_RULES)

unit-tests: $(UNIT_TESTS)
fuzzers: $(FUZZERS)

.PHONY: $(OWN_GOALS)

else

ifneq ($(shell $(PG_CONFIG) --pgxs 2>/dev/null),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

REGRESS_TESTS = $(sort $(basename $(notdir $(wildcard sql/*.sql))))

# Against a running server that has the extension installed.
installcheck:
	@mkdir -p build/regress
	$(pg_regress_installcheck) --inputdir=. --outputdir=build/regress --dbname=exonc_regress $(REGRESS_TESTS)
else
all install installcheck clean:
	@echo "pg_config was not found: install PostgreSQL and its server headers," >&2
	@echo "or set PG_CONFIG, or run 'make check', which installs what is missing." >&2
	@exit 1
endif

$(EXTENSION)--$(EXTVERSION).sql: $(SQL_MODULES) $(wildcard src/*/*.sql.in) scripts/build-sql exonc.control Makefile
	scripts/build-sql $(SQL_MODULES) > $@.tmp && mv $@.tmp $@

# Every object depends on every header: the tree is small, a stale build is not.
$(OBJS): $(wildcard src/*.h src/*/*.h src/*/*/*.h) exonc.control

.DEFAULT_GOAL := all
.PHONY: installcheck

endif
