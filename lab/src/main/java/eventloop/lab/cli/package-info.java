/// The course's commands.
package eventloop.lab.cli;
