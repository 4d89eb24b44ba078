import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the one line that machines read: "N passed, N failed". */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.children.size === 0).length;
    process.stdout.write(`\n${passed} passed, ${failed + broken + errors.length} failed\n`);
  }
}
