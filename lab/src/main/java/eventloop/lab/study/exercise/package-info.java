/// Exercises: their texts, the starters cut from their solutions, and the tries of a student.
package eventloop.lab.study.exercise;
