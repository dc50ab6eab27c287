package rapport

// kwantiel gives the quantile at tienden tenths (5: the median) of values in
// ascending order, by linear interpolation between the two nearest: type 7 of
// Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, which R and
// NumPy use by default. There must be a value. As whole values give whole
// tenths, the result is exact to the decimal.
func kwantiel(oplopend []int, tienden int) float64 {
	h := (len(oplopend) - 1) * tienden // the position, in tenths, counted from 0
	i, rest := h/10, h%10
	waarde := 10 * oplopend[i]
	if rest > 0 {
		waarde += rest * (oplopend[i+1] - oplopend[i])
	}
	return float64(waarde) / 10
}

// percentage gives deel of geheel × 100 to one decimal, a half rounded up, and
// nil where there is nothing to divide.
func percentage(deel, geheel int) *float64 {
	if geheel == 0 {
		return nil
	}
	p := float64((2000*deel+geheel)/(2*geheel)) / 10
	return &p
}
