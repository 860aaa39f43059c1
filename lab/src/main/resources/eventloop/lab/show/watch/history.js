// What has been seen of one server in the last seconds, by thread.

const OTHERS = 2;

function rank(thread) {
  if (thread === "event-loop") {
    return 0;
  }
  return thread.startsWith("helper-") ? 1 : OTHERS;
}

export class History {
  constructor() {
    this.threads = new Map();
    this.visits = [];
  }

  // What ended before a moment is forgotten.
  add(sights, since) {
    for (const sight of sights) {
      if (sight.thread === undefined) {
        this.visits.push(sight);
      } else {
        this.stretchesOf(sight.thread).push(sight);
      }
    }
    this.forget(since);
  }

  stretchesOf(thread) {
    if (!this.threads.has(thread)) {
      this.threads.set(thread, []);
    }
    return this.threads.get(thread);
  }

  // A loop and its helpers stay, also when they do nothing. The threads of connections go with them.
  forget(since) {
    const isKept = (sight) => sight.end > since;
    this.visits = this.visits.filter(isKept);
    for (const [thread, stretches] of this.threads) {
      const kept = stretches.filter(isKept);
      if (kept.length === 0 && rank(thread) === OTHERS) {
        this.threads.delete(thread);
      } else {
        this.threads.set(thread, kept);
      }
    }
  }

  // The loop first, then its helpers, then others, each in the order of their numbers.
  lanes() {
    return [...this.threads.keys()].sort(
      (one, other) =>
        rank(one) - rank(other) || one.localeCompare(other, "en", { numeric: true }),
    );
  }

  // What a thread did between two moments: how much of the time it was at work, and what it was at for longest, if at
  // anything.
  summary(thread, from, to) {
    let worked = 0;
    let until = from;
    const stretches = between(this.stretchesOf(thread), from, to);
    for (const stretch of stretches) {
      const end = Math.min(stretch.end, to);
      worked += Math.max(0, end - Math.max(stretch.begin, until));
      until = Math.max(until, end);
    }
    return { worked, longest: longestOf(stretches) };
  }

  // The requests that were answered between two moments.
  answered(from, to) {
    return this.visits.filter((visit) => visit.end > from && visit.end <= to);
  }
}

// Those that are under way between two moments, by their begins; of two that begin together, the outer one first.
export function between(sights, from, to) {
  return sights
    .filter((sight) => sight.end > from && sight.begin < to)
    .sort((one, other) => one.begin - other.begin || other.end - one.end);
}

// Of those within each other that take nearly all of its time, the innermost: the one that says why.
function longestOf(stretches) {
  const byLength = stretches.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const longest = byLength[0];
  return byLength.findLast(
    (stretch) =>
      stretch.begin >= longest.begin &&
      stretch.end <= longest.end &&
      lengthOf(stretch) >= 0.9 * lengthOf(longest),
  );
}

export function lengthOf(sight) {
  return sight.end - sight.begin;
}

export function words(microseconds) {
  const rounded = (number) => Number(number.toPrecision(3));
  if (microseconds >= 1_000_000) {
    return `${rounded(microseconds / 1_000_000)} s`;
  }
  return microseconds >= 1000
    ? `${rounded(microseconds / 1000)} ms`
    : `${Math.round(microseconds)} µs`;
}
