/* student: see student.h. */
#include "common/student.h"

#include <math.h>

#define FRACTION_STEPS 500
#define SMALLEST	   1e-300
#define CLOSE_ENOUGH   1e-16

static double
not_zero(double x)
{
	return fabs(x) < SMALLEST ? SMALLEST : x;
}

/* The continued fraction of the incomplete beta function, by Lentz's method. */
static double
beta_fraction(double x, double a, double b)
{
	double		c = 1;
	double		d = 1 / not_zero(1 - (a + b) * x / (a + 1));
	double		result = d;

	for (int m = 1; m <= FRACTION_STEPS; m++)
	{
		double		even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double		odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		double		change;

		d = 1 / not_zero(1 + even * d);
		c = not_zero(1 + even / c);
		result *= d * c;
		d = 1 / not_zero(1 + odd * d);
		c = not_zero(1 + odd / c);
		change = d * c;
		result *= change;
		if (fabs(change - 1) < CLOSE_ENOUGH)
			break;
	}
	return result;
}

/* The regularised incomplete beta function. */
static double
incomplete_beta(double x, double a, double b)
{
	double		front;

	if (x <= 0 || x >= 1)
		return x <= 0 ? 0 : 1;
	front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
	/* The fraction converges fast on one side of the mean. */
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(x, a, b) / a;
	return 1 - front * beta_fraction(1 - x, b, a) / b;
}

/* Probability that the variable is beyond t in absolute value. */
static double
both_tails(double t, double degrees)
{
	return incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

#define LARGEST_POINT	1e4 /* above that of 0.9999 and one degree of freedom */
#define BISECTION_STEPS 100

double
student_point(double confidence, double degrees)
{
	double		low = 0;
	double		high = LARGEST_POINT;

	for (int i = 0; i < BISECTION_STEPS; i++)
	{
		double		middle = (low + high) / 2;

		if (both_tails(middle, degrees) > 1 - confidence)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}
