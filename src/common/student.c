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

#define LARGE 1e4

/* log(gamma(a + 1/2) / gamma(a)); of a large a by its series, where the difference of two logarithms has few digits. */
static double
log_gamma_half_step(double a)
{
	if (a < LARGE)
		return lgamma(a + 0.5) - lgamma(a);
	return log(a) / 2 - 1 / (8 * a) + 1 / (192 * a * a * a);
}

/*
 * Probability that the variable is beyond t in absolute value: the regularised
 * incomplete beta function of 1 / (1 + t^2 / degrees) with degrees / 2 and 1/2.
 */
static double
both_tails(double t, double degrees)
{
	double		a = degrees / 2;
	double		q = t * t / degrees;
	double		front;

	if (t <= 0)
		return 1;
	front = exp(log_gamma_half_step(a) - log(M_PI) / 2 - a * log1p(q) + (log(q) - log1p(q)) / 2);
	/* The fraction converges fast on one side of the mean. */
	if (1 / (1 + q) < (a + 1) / (a + 2.5))
		return front * beta_fraction(1 / (1 + q), a, 0.5) / a;
	return 1 - front * beta_fraction(q / (1 + q), 0.5, a) / 0.5;
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
