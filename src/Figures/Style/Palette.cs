using SkiaSharp;

namespace FanIn.Figures.Style;

/// <summary>
/// One meaning, one colour, in every figure. Fills from Okabe and Ito's colour-blind-safe set (Color Universal Design, 2008);
/// the text colours are darker shades of them with a contrast of at least 4.5 on white.
/// </summary>
internal static class Palette
{
    public static readonly SKColor Background = SKColors.White;
    public static readonly SKColor Ink = new(0x1F, 0x24, 0x2A);
    public static readonly SKColor Muted = new(0x5B, 0x64, 0x70);
    public static readonly SKColor Axis = new(0x9A, 0xA3, 0xAD);
    public static readonly SKColor Grid = new(0xE3, 0xE7, 0xEB);
    public static readonly SKColor Bar = new(0x2B, 0x7B, 0xBA);
    public static readonly SKColor Band = new(0x1F, 0x24, 0x2A, 0x58);
    public static readonly SKColor Zeros = new(0xE6, 0x9F, 0x00);
    public static readonly SKColor ZerosText = new(0x8A, 0x5A, 0x00);
    public static readonly SKColor Outside = new(0xB4, 0x5C, 0x95);
    public static readonly SKColor OutsideText = new(0x8C, 0x35, 0x6E);
    public static readonly SKColor NotANumber = new(0x1F, 0x24, 0x2A);
    public static readonly SKColor Rug = new(0x1F, 0x24, 0x2A, 0xA0);
    public static readonly SKColor RugBand = new(0xF3, 0xF5, 0xF7);
    public static readonly SKColor Gradient = new(0xD5, 0x5E, 0x00);
    public static readonly SKColor Driven = new(0x56, 0xB4, 0xE9);
    public static readonly SKColor Seat = new(0xC9, 0xDD, 0xEE);
    public static readonly SKColor TheoryLine = new(0x1F, 0x24, 0x2A, 0x90);
    public static readonly SKColor TheoryBand = new(0x1F, 0x24, 0x2A, 0x1C);
    public static readonly SKColor Low = new(0x0B, 0x5A, 0x9E);
    public static readonly SKColor Middle = new(0xF5, 0xF5, 0xF5);
    public static readonly SKColor High = new(0xC2, 0x4E, 0x00);
    public static readonly SKColor Density = new(0x11, 0x11, 0x11);

    private static readonly SKColor[] Curves =
        [Bar, new(0xD5, 0x5E, 0x00), new(0x00, 0x9E, 0x73), Outside, Zeros, new(0x56, 0xB4, 0xE9), Ink];

    /// <summary>Of the curve with that number, from 0; after seven they come again, dashed.</summary>
    public static SKColor Curve(int number) => Curves[number % Curves.Length];

    /// <summary>Whether a curve is dashed.</summary>
    public static bool IsSecondRound(int number) => number / Curves.Length % 2 == 1;
}
