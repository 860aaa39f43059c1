package eventloop.lab.study.exercise.jvm;

import java.io.Serializable;
import java.util.List;

/// What the tests' JVM is told to run.
///
/// @param classPath directories and jars whose classes are loaded anew for this run
/// @param testClasses in the order in which they run
/// @param file the name of the student's file, to find its line in a stack
/// @param seconds for each test; one that takes longer is ended, and its JVM with it
public record Assignment(List<String> classPath, List<String> testClasses, String file, int seconds)
        implements Serializable {}
