namespace FanIn.Runtime.Results;

/// <summary>
/// The split of z's variance V over batch i and units j. Definitions: docs/numerics.md. NaN where V is 0.
/// </summary>
/// <param name="UnitShare">Var_j(mean_i z_ij) / V: differences between units that no input changes.</param>
/// <param name="InputShare">Var_i(mean_j z_ij) / V: what all units do alike.</param>
/// <param name="ResidualShare">1 − UnitShare − InputShare.</param>
/// <param name="InputDriven">mean_j Var_i(z_ij) / V, computed directly and not as 1 − UnitShare (it can be 1e-13).</param>
/// <param name="UnitMeanStd">Standard deviation over units of their means over the batch.</param>
/// <param name="UnitStdMean">Mean over units of their standard deviations over the batch.</param>
public sealed record VarianceSplit(
    double UnitShare, double InputShare, double ResidualShare, double InputDriven, double UnitMeanStd, double UnitStdMean);
