/* student: Student's t distribution. */
#ifndef EXONC_STUDENT_H
#define EXONC_STUDENT_H

/*
 * The point that a t variable with so many degrees of freedom exceeds in
 * absolute value with probability 1 - confidence; confidence in 0.5..0.9999.
 */
extern double student_point(double confidence, double degrees);

#endif
