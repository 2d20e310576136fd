import { config } from 'zod/mini'

// zod speeds itself up by compiling schemas with `new Function`, which the page's policy forbids. It asks when a schema is
// made, so this has to be imported before every schema.
config({ jitless: true })
