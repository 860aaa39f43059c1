/// What lessons show of a terminal: commands, run as they are printed, and what came of them.
package eventloop.lab.study.console;
