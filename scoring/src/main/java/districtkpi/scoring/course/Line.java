package districtkpi.scoring.course;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The line of least squares through points; statistics, hence inexact. */
final class Line {

    private static final double CONFIDENCE = 0.95;

    private final SimpleRegression regression;
    private final double meanOfX;

    private Line(SimpleRegression regression, double meanOfX) {
        this.regression = regression;
        this.meanOfX = meanOfX;
    }

    /**
     * @param x at least two different ones
     * @param y as many, three or more
     */
    static Line through(double[] x, double[] y) {
        SimpleRegression regression = new SimpleRegression();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            regression.addData(x[i], y[i]);
            sum += x[i];
        }
        return new Line(regression, sum / x.length);
    }

    double at(double x) {
        return regression.predict(x);
    }

    /**
     * Half of the 95 % prediction interval for one more observation: t × s × √(1 + 1/n + (x − x̄)²
     * ÷ Sxx).
     */
    double halfWidthAt(double x) {
        long n = regression.getN();
        double t = new TDistribution(n - 2).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
        double s = Math.sqrt(regression.getMeanSquareError());
        double away = x - meanOfX;
        return t * s * Math.sqrt(1 + 1.0 / n + away * away / regression.getXSumSquares());
    }
}
