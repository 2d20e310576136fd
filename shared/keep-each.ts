/** The same function, keeping what it made of each pair of texts: for what is slow to make, and of which there are few. */
export function keepEach<Made>(make: (one: string, other: string) => Made): (one: string, other: string) => Made {
  const kept = new Map<string, Made>()
  return (one, other) => {
    const key = JSON.stringify([one, other])
    const made = kept.get(key) ?? make(one, other)
    kept.set(key, made)
    return made
  }
}
