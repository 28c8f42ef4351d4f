using System.Globalization;

namespace FanIn.Testing.Tests.Support;

/// <summary>Runs under the rules of a place.</summary>
internal static class Cultures
{
    public static T Run<T>(string culture, Func<T> function)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
