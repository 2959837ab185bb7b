/** What a shape's colour stands for; which colour that is depends on the theme. */
export type Role =
  | "paper"
  | "ink"
  | "soft"
  | "rule"
  | "track"
  | `series${0 | 1 | 2 | 3 | 4 | 5}`
  | `onSeries${0 | 1 | 2 | 3 | 4 | 5}`
  | `heat${0 | 1 | 2 | 3 | 4 | 5}`
  | `onHeat${0 | 1 | 2 | 3 | 4 | 5}`

export type Palette = { readonly [R in Role]: string }

type Channels = readonly [number, number, number]

const channels = (hex: string): Channels => {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

const mixed = (from: string, to: string, part: number): string => {
  const [a, b] = [channels(from), channels(to)]
  const mix = (index: 0 | 1 | 2) => Math.round(a[index] + (b[index] - a[index]) * part)
  return `#${[mix(0), mix(1), mix(2)].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}

const luminance = (hex: string): number => {
  const linear = (channel: number) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const [red, green, blue] = channels(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

type Six<A> = readonly [A, A, A, A, A, A]

const palette = (
  base: Pick<Palette, "paper" | "ink" | "soft" | "rule" | "track">,
  series: Six<string>,
  deepest: string,
): Palette => {
  const shade = (part: number) => mixed(base.paper, deepest, part)
  const heat: Six<string> = [shade(0.06), shade(0.2), shade(0.38), shade(0.58), shade(0.8), shade(1)]
  // Black or white reach 4.5 on any ground; the theme's own letters go first.
  const letters = [base.ink, base.paper, "#000000", "#ffffff"]
  const over = (fill: string) =>
    letters.find((one) => contrast(one, fill) >= 4.5) ??
    letters.reduce((a, b) => (contrast(a, fill) > contrast(b, fill) ? a : b))
  return {
    ...base,
    series0: series[0],
    series1: series[1],
    series2: series[2],
    series3: series[3],
    series4: series[4],
    series5: series[5],
    onSeries0: over(series[0]),
    onSeries1: over(series[1]),
    onSeries2: over(series[2]),
    onSeries3: over(series[3]),
    onSeries4: over(series[4]),
    onSeries5: over(series[5]),
    heat0: heat[0],
    heat1: heat[1],
    heat2: heat[2],
    heat3: heat[3],
    heat4: heat[4],
    heat5: heat[5],
    onHeat0: over(heat[0]),
    onHeat1: over(heat[1]),
    onHeat2: over(heat[2]),
    onHeat3: over(heat[3]),
    onHeat4: over(heat[4]),
    onHeat5: over(heat[5]),
  }
}

/** The hues are those of Okabe and Ito (2008), which the common forms of colour blindness keep apart. */
export const light = palette(
  { paper: "#ffffff", ink: "#1d2329", soft: "#57606a", rule: "#d5dae0", track: "#eef1f4" },
  ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"],
  "#005c8f",
)

export const dark = palette(
  { paper: "#15191d", ink: "#e8eaed", soft: "#a4adb7", rule: "#39424b", track: "#20262c" },
  ["#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#0072b2", "#d55e00"],
  "#7cc7f2",
)

const series = ["series0", "series1", "series2", "series3", "series4", "series5"] as const
const onSeries = ["onSeries0", "onSeries1", "onSeries2", "onSeries3", "onSeries4", "onSeries5"] as const

export const seriesRole = (index: number): Role => series[index % series.length] ?? "series0"
/** For letters on the series' own colour. */
export const onSeriesRole = (index: number): Role => onSeries[index % onSeries.length] ?? "onSeries0"

export const heats = ["heat0", "heat1", "heat2", "heat3", "heat4", "heat5"] as const
export const onHeats = ["onHeat0", "onHeat1", "onHeat2", "onHeat3", "onHeat4", "onHeat5"] as const
