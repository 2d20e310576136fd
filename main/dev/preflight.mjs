// Runs before every command, in whatever Node there is: plain JavaScript on purpose.
const needed = 24
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `Paydesk needs Node ${needed} or later, and this is ${process.version}. On Linux and Windows "npm ci" brings it; on macOS install it from nodejs.org.\n`,
  )
  process.exit(1)
}
