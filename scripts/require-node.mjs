// Plain JavaScript for any Node: says in one line what is missing before anything newer is loaded.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// TypeScript is run as it stands from 22.18; 22.19 is what Astro's own dependencies ask for.
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Chiwat needs Node 22.19 or newer, this is ${process.versions.node}. ` +
      'On Linux and Windows "npm install" brings its own; elsewhere install it from nodejs.org.\n',
  );
  process.exit(2);
}
