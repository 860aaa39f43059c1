/// The JVM in which a student's code runs, and what it tells: whatever that code does, it ends this JVM and never the
/// tool.
package eventloop.lab.study.exercise.jvm;
