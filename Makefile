# exonc: build, install and test. `make demo` and `make check` need nothing but
# make: they install what is missing first (scripts/prerequisites).

EXTENSION  = exonc
MODULE_big = exonc

# The version is written once, in exonc.control.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" exonc.control)

# The install script is these files in this order.
SQL_MODULES = \
	src/exonc.sql \
	src/assessment/instrument.sql \
	src/assessment/catalogue.sql \
	src/assessment/scoring.sql \
	src/sarcopenia/sarcopenia.sql

# Plain C, which the unit tests and fuzzers build without a server; and glue.
RULE_SOURCES := $(sort $(filter-out %_pg.c,$(wildcard src/*/*.c src/*/*/*.c)))
GLUE_SOURCES := src/exonc.c $(sort $(wildcard src/*/*_pg.c))

OBJS = $(RULE_SOURCES:.c=.o) $(GLUE_SOURCES:.c=.o)
DATA_built = $(EXTENSION)--$(EXTVERSION).sql
DATA = $(wildcard sql/update/*.sql)
DOCS = README.md

REGRESS_TESTS = $(sort $(basename $(notdir $(wildcard sql/*.sql))))

# Scores must not depend on the compiler's mood: no fused multiply-add. The two
# warnings switched off are those that PostgreSQL's own headers and the fmgr
# signature set off; the unit tests build the plain C without these exceptions.
PG_CPPFLAGS = -I$(CURDIR)/src -DEXONC_VERSION='"$(EXTVERSION)"'
PG_CFLAGS = -std=gnu17 -Wall -Wextra -Werror -Wno-unused-parameter \
	-Wno-sign-compare -Wno-declaration-after-statement -ffp-contract=off

# Our own names win over equal ones in other libraries of the backend.
SHLIB_LINK = -Wl,-Bsymbolic

EXTRA_CLEAN = build results regression.diffs regression.out

PG_CONFIG ?= pg_config
ifneq ($(shell $(PG_CONFIG) --pgxs 2>/dev/null),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)
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
