/// The load: what it is to be ([eventloop.lab.load.LoadPlan]), the process that makes it
/// ([eventloop.lab.load.LoadMain]) and what comes out ([eventloop.lab.load.PhaseResult]).
package eventloop.lab.load;
