namespace FanIn.Runtime.Activations;

/// <summary>An elementwise function φ. Its shape (members by lane width) is the runtime's own; generated code only names the type and gives its numbers.</summary>
public interface IActivation
{
}
