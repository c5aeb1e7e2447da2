// What is read from Lighthouse's results, and what it should be.

const LIMITS = [
  { name: "performance", least: 98, read: (lhr) => score(lhr, "performance") },
  { name: "accessibility", least: 100, read: (lhr) => score(lhr, "accessibility") },
  { name: "best practices", least: 100, read: (lhr) => score(lhr, "best-practices") },
  { name: "SEO", least: 95, unlessHidden: true, read: (lhr) => score(lhr, "seo") },
  { name: "LCP s", most: 1.5, read: (lhr) => number(lhr, "largest-contentful-paint") / 1000 },
  { name: "CLS", most: 0.02, read: (lhr) => number(lhr, "cumulative-layout-shift") },
  { name: "TBT ms", most: 50, read: (lhr) => number(lhr, "total-blocking-time") },
  { name: "JS kB", most: 15, read: (lhr, sizes) => bodyKb(lhr, "Script", sizes) },
  { name: "CSS kB", most: 8, read: (lhr, sizes) => bodyKb(lhr, "Stylesheet", sizes) },
  { name: "page kB", most: 100, read: (lhr) => number(lhr, "total-byte-weight") / 1000 },
];

const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);

const number = (lhr, audit) => lhr.audits[audit].numericValue;

/** A category has no score when one of its audits came to nothing. */
export const isComplete = (lhr) =>
  Object.values(lhr.categories).every((category) => category.score !== null);

function bodyKb(lhr, type, sizes) {
  return urlsOf(lhr, type).reduce((sum, url) => sum + sizes.get(url), 0) / 1000;
}

/** The addresses of what a page loaded of that type. */
export function urlsOf(lhr, type) {
  const urls = lhr.audits["network-requests"].details.items
    .filter(({ resourceType }) => resourceType === type)
    .map(({ url }) => url);
  return [...new Set(urls)];
}

/** The middle one of each figure, and which audits didn't pass in any run. */
export function figuresOf(runs, sizes) {
  const values = LIMITS.map(({ read }) => median(runs.map((lhr) => read(lhr, sizes))));
  return { values, failed: [...new Set(runs.flatMap(failedAudits))] };
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function failedAudits(lhr) {
  const weighty = Object.values(lhr.categories)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ weight }) => weight > 0);
  return weighty
    .filter(({ id }) => (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => id);
}

export function missesOf({ page, figures }) {
  return LIMITS.flatMap((limit, i) => {
    const value = figures.values[i];
    if ((limit.unlessHidden && page.hides) || isMet(limit, value)) return [];
    return [`${page.name}: ${limit.name} is ${shown(value)} and should be ${limitOf(limit)}`];
  });
}

/** What isn't a number meets no limit. */
const isMet = ({ least = -Infinity, most = Infinity }, value) => value >= least && value <= most;

const limitOf = ({ least, most }) => (least === undefined ? `≤ ${most}` : `≥ ${least}`);

export function table(rows) {
  const lines = [
    ["page", ...LIMITS.map(({ name }) => name)],
    ["limit", ...LIMITS.map(limitOf)],
    ...rows.map(({ page, figures }) => [page.name, ...figures.values.map(shown)]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => line.map((cell, i) => cell.padStart(widths[i])).join("  "));
  const failed = rows
    .filter(({ figures }) => figures.failed.length > 0)
    .map(({ page, figures }) => `${page.name} didn't pass: ${figures.failed.join(", ")}`);
  return [...text, ...failed].join("\n");
}

const shown = (value) => String(Math.round(value * 1000) / 1000);
