/// The steps' own benchmarks (JMH): compiled by Maven, run in a process of their own, shown in a table.
package eventloop.lab.workbench.bench;
