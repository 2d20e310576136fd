/** One step of the schema. A released one is never changed. */
export interface Migration {
  /** The `user_version` that it leads to, one more than that of the step before it. */
  version: number
  name: string
  /** Whether the projections have to be computed anew once the last step is through. */
  changesProjections: boolean
  sql: string
}
