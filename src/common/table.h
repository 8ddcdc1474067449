/* table: tables of constants whose length is never written by hand. */
#ifndef EXONC_TABLE_H
#define EXONC_TABLE_H

#define ENTRIES(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* An array and its length, where a structure holds the two one after the other. */
#define COUNTED(array) (array), ENTRIES(array)

#endif
